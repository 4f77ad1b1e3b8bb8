package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.takip.LostCodes;

/** What was typed on the public page may be a stranger's address. */
@HttpTest
class ConfirmedContactsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Intake intake;

    @Autowired
    private Messages messages;

    @Autowired
    private ConfirmedContacts contacts;

    @Autowired
    private LostCodes lostCodes;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private GreenMail mailServer;

    @LocalServerPort
    int port;

    private final String address = Office.unique() + "@ornek.example";
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void untilItIsConfirmedItGetsNumberAndLinkAndNothingElse() throws Exception {
        var number = applied();

        answer(number);

        var mails = mails(2);
        assertThat(mails).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.getSubject()).doesNotContain("Pazar yeri");
            var words = GreenMailUtil.getBody(mail)
                    + messages.find(number + ":kayit").orElseThrow().body();
            assertThat(words)
                    .contains(number, "/takip")
                    .doesNotContain("Zübeyde", "Pazar yeri", "kodunuz: ", "kapatıldı");
        });
        assertThat(status(number)).isEqualTo("KAPANDI");
    }

    @Test
    void theLinkAndTheLastFourDigitsConfirmIt() throws Exception {
        var number = applied();
        var token = token(number);
        assertThat(office.get("", "/takip/adres?k=" + token).response().body()).contains("son dört rakamı");
        assertThat(office.get("", "/takip/adres?k=yok").response().body()).contains("geçersiz");

        assertThat(contacts.confirm(token, "0000")).isFalse();
        assertThat(contacts.confirm("yok", "2233")).isFalse();
        assertThat(contacts.confirm(token, "")).isFalse();
        assertThat(contacts.confirm(token, "2233")).isTrue();
        answer(number);

        assertThat(messages.find(number + ":cevap").orElseThrow().body()).contains("Zübeyde", "kapatıldı");
    }

    @Test
    void whoGuessesIsStopped() {
        var token = token(applied());
        for (int guess = 0; guess < 5; guess++) {
            assertThat(contacts.confirm(token, "000" + guess)).isFalse();
        }

        assertThat(contacts.confirm(token, "2233")).isFalse();
        assertThat(office.get("", "/takip/adres?k=" + token).response().body()).contains("geçersiz");
    }

    @Test
    void theDeskConfirmsByCorrecting() {
        var number = applied();
        Office.does(office.post(
                "halkla",
                "/api/v1/basvurular/" + number + "/contact-correction",
                "{\"email\":\"%s\"}".formatted(Office.unique() + "@ornek.example")));

        answer(number);

        assertThat(messages.find(number + ":cevap").orElseThrow().body()).contains("Zübeyde", "kapatıldı");
    }

    @Test
    void whatWasTypedInAnApplicationOfOthersMayBeAStrangersToo() throws Exception {
        var number = intake.takeFromApp(request(null, "0532 111 22 33"), "open311:deneme", taken -> {})
                .basvuru()
                .number();

        assertThat(messages.find(number + ":kayit").orElseThrow().body())
                .contains(number, "/takip/adres?k=", "takip kodunuzun")
                .doesNotContain("Zübeyde", "Pazar yeri", "kodunuz: ", "takip kodunuzla");
        assertThat(mails(1))
                .allSatisfy(mail ->
                        assertThat(GreenMailUtil.getBody(mail)).contains(number).doesNotContain("Pazar yeri"));

        assertThat(contacts.confirm(token(number), "2233")).isTrue();
        assertThat(messages.find(number + ":kayit-teyit").orElseThrow().body()).contains("Zübeyde", "Takip kod");
    }

    @Test
    void whoGaveAnApplicationOfOthersNoDigitsConfirmsByTheLinkAlone() {
        var number = intake.takeFromApp(request(null, null), "open311:deneme", taken -> {})
                .basvuru()
                .number();
        var token = token(number);

        assertThat(contacts.asksForDigits(token)).isFalse();
        assertThat(contacts.confirm(token, "")).isTrue();
        assertThat(messages.find(number + ":kayit-teyit")).isPresent();
    }

    @Test
    void aLostCodeIsReplacedOnlyOnceTheAddressIsConfirmed() {
        var number = applied();
        int issue = register.get(number).codeIssue();

        lostCodes.send(number, "2233");
        lostCodes.send(number, "0146");

        assertThat(register.get(number).codeIssue())
                .as("the old code stays valid")
                .isEqualTo(issue);
        assertThat(codeMessages(number))
                .hasSize(2)
                .allSatisfy(body -> assertThat(body)
                        .contains(
                                number, "yeni takip kodu istendi", "/takip/adres?k=", "önceki takip kodunuz geçerlidir")
                        .doesNotContain("(takip kodu)", "Zübeyde", "yeni bir bildirim"));

        assertThat(contacts.confirm(token(number), "2233")).isTrue();
        assertThat(register.get(number).codeIssue()).isEqualTo(issue + 1);
        assertThat(codeMessages(number)).hasSize(3).last().asString().contains("Takip kodunuz: (takip kodu)");
    }

    @Test
    void whoLostNoCodeKeepsItWhenTheAddressIsConfirmed() {
        var number = applied();
        int issue = register.get(number).codeIssue();

        assertThat(contacts.confirm(token(number), "2233")).isTrue();

        assertThat(register.get(number).codeIssue()).isEqualTo(issue);
        assertThat(codeMessages(number)).isEmpty();
    }

    private List<String> codeMessages(String number) {
        return jdbc.sql("select body from mesaj where number = :number and purpose = 'TAKIP_KODU' order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private String applied() {
        return intake.takeFromCitizen(request("10000000146", "0532 111 22 33"), basvuru -> {})
                .basvuru()
                .number();
    }

    private SubmissionRequest request(@Nullable String nationalId, @Nullable String phone) {
        return new SubmissionRequest(
                "DIJITAL",
                "WEB",
                "SIKAYET",
                null,
                "Pazar yeri",
                "Pazar yerinde çukur var.",
                new SubmissionRequest.ApplicantRequest(
                        "GERCEK", "Zübeyde", "Işık", null, nationalId, null, null, null, phone, address, null, false),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void answer(String number) {
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
    }

    private String token(String number) {
        var link = Pattern.compile("/takip/adres\\?k=([0-9a-f]+)")
                .matcher(messages.find(number + ":kayit").orElseThrow().body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String status(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .get("status")
                .asText();
    }

    private List<MimeMessage> mails(int expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailServer.getReceivedMessagesForDomain(address))
                        .hasSizeGreaterThanOrEqualTo(expected));
        return Arrays.asList(mailServer.getReceivedMessagesForDomain(address));
    }
}

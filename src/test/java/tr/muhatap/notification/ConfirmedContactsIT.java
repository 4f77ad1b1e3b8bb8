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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;

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

    private String applied() {
        return intake.takeFromCitizen(
                        new SubmissionRequest(
                                "DIJITAL",
                                "WEB",
                                "SIKAYET",
                                null,
                                "Pazar yeri",
                                "Pazar yerinde çukur var.",
                                new SubmissionRequest.ApplicantRequest(
                                        "GERCEK",
                                        "Zübeyde",
                                        "Işık",
                                        null,
                                        "10000000146",
                                        null,
                                        null,
                                        null,
                                        "0532 111 22 33",
                                        address,
                                        null,
                                        false),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        basvuru -> {})
                .basvuru()
                .number();
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

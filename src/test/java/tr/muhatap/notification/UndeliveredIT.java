package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
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
import tr.muhatap.attachment.AttachmentPart;

/**
 * An undeliverable message is sent by the next medium, finally delivered by hand; and the contact data can be
 * corrected.
 */
@HttpTest
class UndeliveredIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUSED = "@ulasilamaz.example";

    @Autowired
    private GreenMail mailServer;

    @Autowired
    private Messages messages;

    @Autowired
    private Bounces bounces;

    @Autowired
    private MessageIds ids;

    @Autowired
    private NotificationSettings settings;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void whatTheMailServerRefusesForGoodGoesByTheNextWay() {
        var number = approved("\"email\":\"%s\",\"phone\":\"0532 111 22 33\"".formatted(Office.unique() + REFUSED));

        assertThat(Path.of(settings.smsDirectory(), number + "_cevap.txt")).exists();
        assertThat(status(number)).isEqualTo("KAPANDI");
        assertThat(history(number)).contains("MesajIletilemedi");
    }

    @Test
    void theLastWayButOneIsThePost() {
        var number = approved("\"email\":\"%s\",\"address\":\"Gül Sokak 1\"".formatted(Office.unique() + REFUSED));

        assertThat(message(number).medium()).isEqualTo(Medium.POSTA);
        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>Posta · Cevap: " + number + "</h2>");
        assertThat(status(number)).isEqualTo("KAPANDI");
    }

    @Test
    void whatNoWayIsLeftForStandsOnTheListAndGoesOutOnceTheAddressIsCorrected() {
        var number = approved("\"email\":\"%s\"".formatted(Office.unique() + REFUSED));
        assertThat(status(number)).isEqualTo("CEVAPLANDI");
        assertThat(message(number).status()).isEqualTo(Message.State.ILETILEMEDI);
        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>E-posta · Cevap: " + number + "</h2>", "ulaştırılamadı");
        // Process owners read why, and nobody's address, which the server's answer repeats
        assertThat(message(number).lastError()).isNotNull().doesNotContain(REFUSED);
        assertThat(office.get("admin", "/engine-rest/job?withException=true&maxResults=200")
                        .response()
                        .body())
                .contains(number + " numaralı başvurunun cevabı")
                .doesNotContain(REFUSED);

        var right = Office.unique() + "@ornek.example";
        var path = "/api/v1/basvurular/" + number + "/contact-correction";
        assertThat(office.post("fen", path, "{\"email\":\"%s\"}".formatted(right))
                        .status())
                .isEqualTo(403);
        assertThat(office.post("halkla", path, "{\"email\":\"yıldız@ornek.example\"}")
                        .response()
                        .body())
                .contains("@ işaretinden önceki");
        assertThat(office.post("halkla", path, "{}").status()).isEqualTo(422);
        Office.does(office.post("halkla", path, "{\"email\":\"%s\"}".formatted(right)));
        office.moveClock("PT0S");

        assertThat(status(number)).isEqualTo("KAPANDI");
        assertThat(mails(right)).extracting(UndeliveredIT::subject).contains("Cevap: " + number);
        assertThat(office.get("halkla", "/teslim").response().body()).doesNotContain(number);
        var line = office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                .response()
                .body();
        assertThat(line)
                .contains("IletisimDuzeltildi", "***@ornek.example", "***" + REFUSED)
                .doesNotContain(right);
    }

    @Test
    void theSameByThePageAndByHand() {
        var number = approved("\"email\":\"%s\"".formatted(Office.unique() + REFUSED));
        assertThat(office.get("halkla", "/dosya/" + number).response().body()).contains("İletişim bilgisini düzelt");
        assertThat(office.form("halkla", "/dosya/" + number + "/contact-correction", "phone", "12", "email", "")
                        .response()
                        .body())
                .contains("Telefon numarası geçersiz");
        var wrongAgain = Office.unique() + REFUSED;
        assertThat(office.form("halkla", "/dosya/" + number + "/contact-correction", "email", wrongAgain)
                        .status())
                .isEqualTo(302);
        office.moveClock("PT0S");
        assertThat(message(number).status()).isEqualTo(Message.State.ILETILEMEDI);

        var tick = "/teslim/" + message(number).id();
        assertThat(office.post("halkla", tick, "").status()).isEqualTo(302);
        assertThat(office.post("halkla", tick, "").status()).isEqualTo(302);
        office.moveClock("PT0S");

        assertThat(message(number).status()).isEqualTo(Message.State.ELDEN_ILETILDI);
        assertThat(status(number)).isEqualTo("KAPANDI");
    }

    @Test
    void whatComesBackLaterGoesByTheNextWayOnce() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var number = approved("\"email\":\"%s\",\"phone\":\"0532 111 22 33\"".formatted(address));
        assertThat(status(number)).isEqualTo("KAPANDI");
        var answer = mails(address).stream()
                .filter(mail -> subject(mail).startsWith("Cevap"))
                .findFirst()
                .orElseThrow();

        assertThat(bounces.bounced("<mesaj.1.00000000000000000000000000000000@x>", "550"))
                .isFalse();
        assertThat(bounces.bounced(answer.getMessageID(), "550 no such mailbox"))
                .isTrue();
        assertThat(bounces.bounced(answer.getMessageID(), "550 no such mailbox"))
                .isFalse();
        office.moveClock("PT0S");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Files.exists(Path.of(settings.smsDirectory(), number + "_cevap.txt")))
                        .isTrue());
        assertThat(message(number).status()).isEqualTo(Message.State.GONDERILDI);
    }

    @Test
    void whatComesBackFromTheOldAddressSaysNothingOfTheCorrectedOne() throws Exception {
        var old = Office.unique() + "@ornek.example";
        var number = approved("\"email\":\"%s\"".formatted(old));
        var first = answerTo(old);
        assertThat(bounces.bounced(first.getMessageID(), "550 no such mailbox")).isTrue();
        assertThat(message(number).status()).isEqualTo(Message.State.ILETILEMEDI);
        assertThat(status(number)).as("closed it stays").isEqualTo("KAPANDI");
        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>E-posta · Cevap: " + number + "</h2>");
        var right = Office.unique() + "@ornek.example";
        Office.does(office.post(
                "halkla",
                "/api/v1/basvurular/" + number + "/contact-correction",
                "{\"email\":\"%s\",\"phone\":\"0532 111 22 33\"}".formatted(right)));
        office.moveClock("PT0S");
        assertThat(answerTo(right).getMessageID()).isNotEqualTo(first.getMessageID());

        assertThat(bounces.bounced(first.getMessageID(), "550 once more")).isFalse();

        assertThat(message(number).status()).isEqualTo(Message.State.GONDERILDI);
        assertThat(message(number).recipient()).isEqualTo(right);
        assertThat(message(number).tried()).isEmpty();
        assertThat(status(number)).isEqualTo("KAPANDI");
    }

    @Test
    void anAttemptThatEndsAfterTheCorrectionTouchesNothingOfIt() {
        var number = approved("\"email\":\"%s\"".formatted(Office.unique() + "@ornek.example"));
        var before = message(number);
        assertThat(bounces.bounced(ids.of(before), "550")).isTrue();
        var waiting = message(number);
        messages.tryAgain(before.id(), new Destination(Medium.POSTA, "Gül Sokak 1"));

        assertThat(messages.giveUp(waiting, "late")).isFalse();
        assertThat(messages.divert(waiting, new Destination(Medium.SMS, "+905321112233"), "late"))
                .isFalse();
        assertThat(messages.sent(waiting)).isFalse();
        messages.failed(waiting, "late", waiting.createdAt());

        assertThat(message(number).medium()).isEqualTo(Medium.POSTA);
        assertThat(message(number).status()).isEqualTo(Message.State.LISTEDE);
    }

    private MimeMessage answerTo(String address) {
        return mails(address).stream()
                .filter(mail -> subject(mail).startsWith("Cevap"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mailsOfOneApplicationAreOneThreadAndNobodyAnswersThemByMachine() throws Exception {
        var address = Office.unique() + "@ornek.example";
        approved("\"email\":\"%s\"".formatted(address));

        var mails = mails(address);
        assertThat(mails).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("List-Unsubscribe")).isNull();
            assertThat(mail.getMessageID()).startsWith("<mesaj.").endsWith("@belediye.example>");
        });
        var receipt = mails.stream()
                .filter(mail -> subject(mail).startsWith("Kayıt"))
                .findFirst()
                .orElseThrow();
        var answer = mails.stream()
                .filter(mail -> subject(mail).startsWith("Cevap"))
                .findFirst()
                .orElseThrow();
        assertThat(receipt.getHeader("In-Reply-To")).isNull();
        assertThat(answer.getHeader("In-Reply-To")).containsExactly(receipt.getMessageID());
        assertThat(answer.getHeader("References")).containsExactly(receipt.getMessageID());
    }

    @Test
    void anAnswersFilesGoAlongAndAreGivenOutOnTheList() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var byMail = withFile("\"email\":\"%s\"".formatted(address));
        var byPost = withFile("\"address\":\"Gül Sokak 1\"");

        var answer = mails(address).stream()
                .filter(mail -> subject(mail).startsWith("Cevap"))
                .findFirst()
                .orElseThrow();
        var parts = (Multipart) answer.getContent();
        assertThat(parts.getBodyPart(parts.getCount() - 1).getFileName()).isEqualTo("rapor.txt");
        assertThat(status(byMail)).isEqualTo("KAPANDI");
        var list = office.get("halkla", "/teslim").response().body();
        var link =
                Pattern.compile("href=\"(/dosya/" + byPost + "/ekler/\\d+)\"").matcher(list);
        assertThat(link.find()).isTrue();
        assertThat(office.get("halkla", link.group(1)).status()).isEqualTo(200);
    }

    @Test
    void whoWroteAnEMailWithoutAContactIsWarnedAboutAndAnsweredByHand() {
        var json = Office.application("DIJITAL", "\"identityHidden\":false").replace("\"WEB\"", "\"E_POSTA\"");
        var registered = office.post("istemci", "/api/v1/basvurular", json).body();
        var number = registered.get("number").asText();

        assertThat(registered.get("warnings").toString()).contains("İletişim bilgisi yok");
        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>Başvuru kanalına işlenecek · Kayıt bildirimi: " + number + "</h2>");
    }

    private String withFile(String contact) {
        var number = office.atTheUnit("DIJITAL", Office.application("DIJITAL", contact));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.upload("fen", number, AttachmentPart.CEVAP.name(), "rapor.txt", "Çukur ölçüldü."));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
        return number;
    }

    private String approved(String contact) {
        return office.approved("DIJITAL", Office.application("DIJITAL", contact));
    }

    private Message message(String number) {
        return messages.find(number + ":cevap").orElseThrow();
    }

    private String status(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .get("status")
                .asText();
    }

    private String history(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                .response()
                .body();
    }

    private List<MimeMessage> mails(String address) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailServer.getReceivedMessagesForDomain(address))
                        .hasSizeGreaterThanOrEqualTo(1));
        return Arrays.asList(mailServer.getReceivedMessagesForDomain(address));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

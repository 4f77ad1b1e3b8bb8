package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruRegister;

/** Messages to citizens, by their contact data: through a real SMTP server, as files of the SMS sender, by hand. */
@HttpTest
class NotificationIT {

    private static final String TURKISH = "ğüşıöç ĞÜŞİÖÇ";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Autowired
    private GreenMail mailServer;

    @Autowired
    private NotificationSettings settings;

    @Autowired
    private Messages messages;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private AnswerDelivery delivery;

    @Autowired
    private Clock clock;

    @Autowired
    private Carrier carrier;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    // E-mail

    @Test
    void receiptAndAnswerReachTheMailboxAsTextAndHtmlWithEveryLetter() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var number = office.approved("DIJITAL", Office.application("DIJITAL", "\"email\":\"" + address + "\""));

        var mails = received(address, 2);
        var receipt = mailOf(mails, "Kayıt bildirimi: " + number);
        var answer = mailOf(mails, "Cevap: " + number);

        for (var mail : mails) {
            assertThat(mail.getRecipients(RecipientType.TO))
                    .extracting(Object::toString)
                    .containsExactly(address);
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly(settings.mailFrom());
            for (var type : List.of("text/plain", "text/html")) {
                assertThat(body(mail, type)).contains("Ayşe Işık", number, "Halkla İlişkiler Şube Müdürlüğü");
            }
        }
        assertThat(body(receipt, "text/plain")).contains("/takip", "Son cevap tarihi: ");
        assertThat(body(answer, "text/plain")).contains(TURKISH, "Sonuç: Olumlu");
        assertThat(body(answer, "text/html")).contains(TURKISH).contains("<html lang=\"tr\">");
        assertThat(answer.getHeader("X-Muhatap-Anahtar")).containsExactly(number + ":cevap");
        assertThat(history(number, "MesajIletildi"))
                .as("the history shows no whole address")
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).contains("***@ornek.example").doesNotContain(address));
    }

    @Test
    void theReceiptsCodeOpensTheApplication() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var number = office.register("istemci", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
        var code = Pattern.compile("Takip kodunuz: (\\S+)")
                .matcher(body(received(address, 1).get(0), "text/plain"));

        assertThat(code.find()).isTrue();
        assertThat(office.get("", "/api/v1/takip?number=" + number + "&code=" + code.group(1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyRefusalTellsTheRemedies() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var number = office.atTheUnit("DIJITAL", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
        Office.does(office.put(
                "fen",
                "/api/v1/basvurular/" + number + "/cevap",
                "{\"outcome\":\"OLUMSUZ\",\"text\":\"Bütçede yok.\"}"));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        assertThat(body(mailOf(received(address, 2), "Cevap: " + number), "text/plain"))
                .contains("Bütçede yok.", "60 gün içinde Kayseri İdare Mahkemesinde");
    }

    @Test
    void aNoticeOfAnEndWithoutAnAnswerCarriesItsReason() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var number = office.register("istemci", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
        Office.does(office.put(
                "halkla",
                "/api/v1/basvurular/" + number + "/gerekce",
                "{\"text\":\"Görev alanı dışı: " + TURKISH
                        + "\",\"decision\":\"YETKISIZ\",\"target\":\"Örnek Kaymakamlığı\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "YETKISIZ"));

        assertThat(body(mailOf(received(address, 2), "Sonuç bildirimi: " + number), "text/plain"))
                .contains("Görev alanı dışı: " + TURKISH, "Gönderildiği kurum: Örnek Kaymakamlığı")
                .contains("3071 sayılı Kanun’un 5’inci maddesi");
    }

    @Test
    void anInterimAnswerCitesTheLawItStandsOnAndAFeeSaysWhereAndHow() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var request =
                office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME", "\"email\":\"" + address + "\""));
        String steps = "/api/v1/basvurular/" + request;
        Office.does(office.post("bilgi", steps + "/interim-answer", "{\"text\":\"Arşiv taranıyor.\"}"));
        Office.does(office.post("bilgi", steps + "/fee", "{\"amount\":\"1250.50\",\"pages\":40}"));
        var mails = received(address, 3);

        assertThat(body(mailOf(mails, "Ara cevap: " + request), "text/plain"))
                .contains("Arşiv taranıyor.", "bilgi edinme başvurunuz")
                .doesNotContain("3071");
        assertThat(body(mailOf(mails, "Ücret bildirimi: " + request), "text/plain"))
                .contains("1.250,50 TL", "22’nci maddesi", "Belediyemiz veznelerine ödeyiniz")
                .contains("Ödeme belgesini aynı tarihe kadar", "15 iş günü içinde ödenmezse");

        var other = Office.unique() + "@ornek.example";
        var complaint = office.atTheUnit("DIJITAL", Office.application("DIJITAL", "\"email\":\"" + other + "\""));
        Office.does(office.post(
                "halkla", "/api/v1/basvurular/" + complaint + "/interim-answer", "{\"text\":\"Keşif yapılıyor.\"}"));
        assertThat(body(mailOf(received(other, 2), "Ara cevap: " + complaint), "text/plain"))
                .contains("3071 sayılı Dilekçe Hakkının Kullanılmasına Dair Kanun’un 7’nci maddesi");
    }

    @Test
    void whatTheMailServerRefusedIsSentLaterAndOnce() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var isDown = new AtomicBoolean(true);
        var users = mailServer.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, recipient) -> {
            if (isDown.get() && recipient.getEmail().equals(address)) {
                throw new MessagingException("450 try again");
            }
            return usual.handle(mail, recipient);
        });
        try {
            var number = office.register("istemci", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
            var key = number + ":kayit";
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(message(key).lastError()).isNotNull());
            assertThat(message(key).status()).isEqualTo(Message.State.BEKLIYOR);
            assertThat(message(key).attempts()).isEqualTo(1);

            isDown.set(false);
            dispatcher.sendDue();
            assertThat(message(key).attempts()).as("not before its time").isEqualTo(1);
            office.moveClock("PT2M");

            assertThat(received(address, 1)).hasSize(1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(message(key).status()).isEqualTo(Message.State.GONDERILDI));
            assertThat(message(key).attempts()).isEqualTo(2);
            assertThat(message(key).lastError()).isNull();
            assertThat(history(number, "MesajIletildi")).hasSize(1);
        } finally {
            users.setMessageDeliveryHandler(usual);
        }
    }

    @Test
    void aMailServerAwayForAnHourDelaysEveryMessageAndLosesNone() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var isDown = new AtomicBoolean(true);
        var users = mailServer.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, recipient) -> {
            if (isDown.get()) {
                throw new MessagingException("421 not available");
            }
            return usual.handle(mail, recipient);
        });
        try {
            var keys = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                keys.add(office.register("istemci", Office.application("DIJITAL", "\"email\":\"" + address + "\""))
                        + ":kayit");
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                office.moveClock("PT15M");
            }
            assertThat(keys).isNotEmpty().allSatisfy(key -> {
                assertThat(message(key).status()).isEqualTo(Message.State.BEKLIYOR);
                assertThat(message(key).attempts()).isGreaterThan(2);
            });

            isDown.set(false);
            office.moveClock("PT1H");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keys)
                            .isNotEmpty()
                            .allSatisfy(key -> assertThat(message(key).status()).isEqualTo(Message.State.GONDERILDI)));
            assertThat(received(address, keys.size())).hasSize(keys.size());
        } finally {
            users.setMessageDeliveryHandler(usual);
        }
    }

    @Test
    void aNodeWhoseClockIsFiveMinutesAheadLeavesAloneWhatAnotherIsSending() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var ahead = Clock.offset(clock, Duration.ofMinutes(5));
        var other = new Dispatcher(
                new Messages(jdbc, register, currentUser, events, ahead),
                carrier,
                undelivered,
                register,
                transaction,
                events,
                settings,
                ahead);
        var arrivals = new AtomicInteger();
        var users = mailServer.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, recipient) -> {
            if (recipient.getEmail().equals(address) && arrivals.incrementAndGet() == 1) {
                other.sendDue();
            }
            return usual.handle(mail, recipient);
        });
        try {
            var number = office.register("istemci", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(message(number + ":kayit").status()).isEqualTo(Message.State.GONDERILDI));

            assertThat(arrivals).hasValue(1);
            assertThat(history(number, "MesajIletildi")).hasSize(1);
        } finally {
            users.setMessageDeliveryHandler(usual);
        }
    }

    @Test
    void sendingTwiceHasTheEffectOfOnce() throws Exception {
        var address = Office.unique() + "@ornek.example";
        var number = office.approved("DIJITAL", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
        received(address, 2);

        delivery.deliver(number);
        dispatcher.sendDue();
        delivery.deliver(number);

        assertThat(received(address, 2)).hasSize(2);
        assertThat(history(number, "MesajIletildi")).hasSize(2);
    }

    @Test
    void ofTwoNodesThatSawTheSameMessageOneClaimsIt() {
        var number = office.register("istemci", Office.application("ACIK_KAPI"));
        var key = number + ":deneme";
        messages.add(
                key,
                number,
                Purpose.KAYIT,
                new Destination(Medium.TAKIP, null),
                "Konu",
                "Metin",
                Message.State.BEKLIYOR);
        var seen = message(key);

        var claims = List.of(
                messages.claim(seen, clock.instant().plusSeconds(60)),
                messages.claim(seen, clock.instant().plusSeconds(60)));

        assertThat(claims).isNotEqualTo(List.of(true, true));
    }

    // SMS

    @Test
    void whoLeftAMobileNumberOnlyGetsShortMessages() throws Exception {
        var number = office.register("istemci", Office.application("ALO_153"));
        var receipt = sms(number, "kayit");
        await().atMost(PATIENCE)
                .ignoreException(java.nio.file.NoSuchFileException.class)
                .untilAsserted(() -> assertThat(Files.readString(receipt))
                        .startsWith("+905321112233\n")
                        .contains("Ayşe Işık", number, "Takip kodunuz: "));

        Office.does(office.complete("operator", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        Office.does(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", Office.DRAFT));
        Office.does(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        assertThat(sms(number, "cevap")).as("not before it is approved").doesNotExist();
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");

        assertThat(sms(number, "cevap")).content().startsWith("+905321112233\n").contains(TURKISH);
        assertThat(history(number, "MesajIletildi"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain("5321112233"));
    }

    // By hand

    @ParameterizedTest
    @CsvSource({
        "DIJITAL, '\"address\":\"Gül Sokak 1, Kayseri\"', Posta, 'Ayşe Işık, Gül Sokak 1, Kayseri'",
        "DIJITAL, '\"phone\":\"0352 111 22 33\"', Telefon, +903521112233",
        "CIMER, '\"email\":\"ayse@ornek.example\"', Başvuru kanalına işlenecek, CİMER",
        "ACIK_KAPI, '\"phone\":\"0532 111 22 33\"', Başvuru kanalına işlenecek, Açık Kapı"
    })
    void whatPeopleHaveToBringStandsOnAListUntilItIsTickedOff(
            String channel, String contact, String medium, String recipient) {
        var number = office.approved(channel, Office.application(channel, contact));
        var title = "<h2>" + medium + " · Cevap: " + number + "</h2>";

        var list = office.get("halkla", "/teslim").response().body();
        assertThat(list).contains(title);
        var entry = list.substring(list.indexOf(title));
        entry = entry.substring(0, entry.indexOf("</article>"));
        assertThat(entry).contains(recipient, TURKISH);
        var tick = Pattern.compile("action=\"(/teslim/\\d+)\"").matcher(entry);
        assertThat(tick.find()).isTrue();

        assertThat(office.post("fen", tick.group(1), "").status()).isEqualTo(403);
        assertThat(office.get("halkla", "/teslim").response().body()).contains(title);
        assertThat(office.post("halkla", tick.group(1), "").status()).isEqualTo(302);
        assertThat(office.post("halkla", tick.group(1), "").status()).isEqualTo(302);

        assertThat(office.get("halkla", "/teslim").response().body()).doesNotContain(title);
        assertThat(history(number, "ElleIletildi")).as("ticked once").hasSize(1);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .get("status")
                        .asText())
                .as("bringing it holds nothing up")
                .isEqualTo("KAPANDI");
    }

    @Test
    void whatAnotherBodyForwardedIsAnsweredToThatBody() {
        var json = Office.application("BILGI_EDINME", "\"email\":\"ayse@ornek.example\"")
                .replace("\"ELEKTRONIK\"", "\"KURUM\",\"forwardedBy\":\"Kayseri Valiliği\"");
        var number = office.approved("BILGI_EDINME", json);

        assertThat(office.get("halkla", "/teslim").response().body())
                .contains("<h2>İleten kuruma yazı · Cevap: " + number + "</h2>", "Kayseri Valiliği");
    }

    @Test
    void whoLeftNothingFindsTheAnswerOnTheTrackingPage() {
        var number = office.approved("DIJITAL", Office.application("DIJITAL", "\"identityHidden\":false"));

        assertThat(office.get("halkla", "/teslim").response().body()).doesNotContain(number);
        assertThat(message(number + ":cevap").medium()).isEqualTo(Medium.TAKIP);
        assertThat(history(number, "MesajIletildi")).hasSize(2);
    }

    private Message message(String key) {
        return messages.find(key).orElseThrow();
    }

    /** The mails of an address, once that many have arrived; an answer can overtake its receipt. */
    private List<MimeMessage> received(String address, int expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailServer.getReceivedMessagesForDomain(address))
                        .hasSizeGreaterThanOrEqualTo(expected));
        return Arrays.asList(mailServer.getReceivedMessagesForDomain(address));
    }

    private static MimeMessage mailOf(List<MimeMessage> mails, String subject) throws MessagingException {
        for (var mail : mails) {
            if (subject.equals(mail.getSubject())) {
                return mail;
            }
        }
        throw new AssertionError("No mail " + subject);
    }

    private List<String> history(String number, String action) {
        var lines = office.get("halkla", "/api/v1/basvurular/" + number + "/history")
                .body();
        return java.util.stream.StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.get("action").asText().equals(action))
                .map(Object::toString)
                .toList();
    }

    private Path sms(String number, String purpose) {
        return Path.of(settings.smsDirectory(), number + "_" + purpose + ".txt");
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}

package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.calendar.OfficeClock;

/** The whole office with a mail server that accepts connections and then stalls. */
@HttpTest
class HangingMailIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String SILENCE = "500";
    private static final Duration LONG_SILENCE = Duration.ofSeconds(30);
    private static final int ANSWERS = 8;

    @Autowired
    private JavaMailSender mail;

    @Autowired
    private Messages messages;

    @Autowired
    private NotificationSettings settings;

    @Autowired
    private OfficeClock clock;

    @LocalServerPort
    int port;

    private Properties usualProperties;
    private int usualPort;
    private FakeMailServer server;
    private Office office;

    @BeforeEach
    void hang() {
        office = new Office(port);
        server = new FakeMailServer(FakeMailServer.Illness.SILENT_FROM_THE_BEGINNING);
        var sender = (JavaMailSenderImpl) mail;
        usualPort = sender.getPort();
        usualProperties = sender.getJavaMailProperties();
        var impatient = new Properties();
        impatient.putAll(usualProperties);
        impatient.put("mail.smtp.timeout", SILENCE);
        sender.setJavaMailProperties(impatient);
        sender.setPort(server.port());
    }

    @AfterEach
    void well() throws Exception {
        var sender = (JavaMailSenderImpl) mail;
        sender.setPort(usualPort);
        sender.setJavaMailProperties(usualProperties);
        server.close();
        // Nobody else's digests are to be written for the days to come
        clock.setOffset(Duration.ZERO);
        ClockUtil.reset();
    }

    @Test
    void limitsPassOnTimeAndEverythingGoesOutOnceItIsWell() throws Exception {
        // More answers than the engine has threads for jobs
        var answered = new ArrayList<String>();
        for (int i = 0; i < ANSWERS; i++) {
            answered.add(office.approved(
                    "DIJITAL",
                    Office.application("DIJITAL", "\"email\":\"%s@ornek.example\"".formatted(Office.unique()))));
        }
        assertThat(answered)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(status(number)).isEqualTo("CEVAPLANDI"));
        assertThat(incidents(answered.get(0))).as("waiting is no failure").isZero();

        var byPhone = office.approved("ALO_153", Office.application("ALO_153"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Files.exists(Path.of(settings.smsDirectory(), byPhone + "_cevap.txt")))
                        .isTrue());
        assertThat(status(byPhone)).isEqualTo("KAPANDI");

        var late = office.atTheUnit("ALO_153", Office.application("ALO_153"));
        office.moveClock(Duration.between(clock.instant(), lateFrom(late))
                .plusSeconds(60)
                .toString());
        assertThat(office.task(late, "Yonetici_Mudahalesi")).isNotEmpty();
        assertThat(office.task(answered.get(0), "Yonetici_Mudahalesi"))
                .as("an answer that does not get out is late, too")
                .isNotEmpty();

        server.becomes(FakeMailServer.Illness.NONE);
        office.moveClock("PT1H");
        office.moveClock("PT1H");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answered)
                        .isNotEmpty()
                        .allSatisfy(number -> assertThat(status(number)).isEqualTo("KAPANDI")));
        assertThat(answered)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(server.mails())
                        .filteredOn(sent -> sent.contains("X-Muhatap-Anahtar: " + number + ":cevap"))
                        .as("once")
                        .hasSize(1));
        assertThat(messages.find(answered.get(0) + ":cevap"))
                .get()
                .extracting(Message::status)
                .isEqualTo(Message.State.GONDERILDI);
    }

    /** Users are not affected: each page and form responds long before the server's timeout. */
    @Test
    void noPageWaitsForTheMail() {
        var patient = new Properties();
        patient.putAll(usualProperties);
        patient.put("mail.smtp.timeout", String.valueOf(LONG_SILENCE.toMillis()));
        ((JavaMailSenderImpl) mail).setJavaMailProperties(patient);
        String withMail = Office.application("DIJITAL", "\"email\":\"%s@ornek.example\"".formatted(Office.unique()));
        var registered = new ArrayList<String>();

        quickly("register", () -> registered.add(office.register("istemci", withMail)));
        String number = registered.get(0);
        quickly("review", () -> Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL")));
        for (var page :
                List.of("/", "/kabul", "/toplu-islem", "/teslim", "/durum", "/guvenlik-gunlugu", "/demo/posta")) {
            quickly(page, () -> assertThat(office.get("admin", page).status()).isEqualTo(200));
        }
        quickly("/dosya", () -> office.get("halkla", "/dosya/" + number));
        quickly("a note", () -> office.form("halkla", "/dosya/" + number + "/not", "text", "Ekip yola çıktı."));

        assertThat(messages.find(number + ":kayit").map(Message::status))
                .as("the server is still silent")
                .isNotEqualTo(Optional.of(Message.State.GONDERILDI));
    }

    private static void quickly(String what, Runnable step) {
        long before = System.nanoTime();
        step.run();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).as(what).isLessThan(LONG_SILENCE);
    }

    private String status(String number) {
        return office.get("halkla", "/api/v1/basvurular/" + number)
                .body()
                .get("status")
                .asText();
    }

    private Instant lateFrom(String number) {
        return OffsetDateTime.parse(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .at("/deadline/lateFrom")
                        .asText())
                .toInstant();
    }

    private int incidents(String number) {
        var instance = office.get("admin", "/engine-rest/process-instance?maxResults=5&businessKey=" + number)
                .body()
                .get(0)
                .get("id")
                .asText();
        return office.get("surec", "/engine-rest/incident?maxResults=5&processInstanceId=" + instance)
                .body()
                .size();
    }
}

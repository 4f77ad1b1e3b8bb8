package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.door.DoorEvents;

/** Short messages by NetGSM, with a small server that speaks as it does. */
class NetgsmTest {

    private static final Instant NOW = Instant.parse("2026-05-18T07:15:00Z");
    private static final Instant FIRST_ASKED = NOW.plus(Duration.ofMinutes(5));
    private static final String KEY = "2026-000001:cevap";

    private final ObjectMapper json = new ObjectMapper();
    private final DataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Undelivered undelivered = mock(Undelivered.class);
    private final List<JsonNode> calls = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile String answer = "{\"code\":\"00\",\"jobid\":\"J1\",\"description\":\"queued\"}";
    private volatile int status = 200;

    /** What the other side does instead of an answer. */
    private volatile Behaviour behaviour = this::answer;

    private interface Behaviour {
        void with(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/sms/rest/v2/", exchange -> {
            try (exchange) {
                assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                        .isEqualTo("Basic dXNlcjpwYXNz");
                calls.add(json.readTree(exchange.getRequestBody()));
                behaviour.with(exchange);
            }
        });
        server.start();
        for (var file : List.of("V004__mesaj", "V145__teslim", "V146__room_for_words", "V382__sms_gonderim")) {
            String migration = Files.readString(Path.of("src/main/resources/db/migration", file + ".sql"))
                    .replaceAll("--[^\n]*", "");
            Arrays.stream(migration.split(";"))
                    .filter(statement -> statement.contains("table mesaj") || statement.contains("table sms_gonderim"))
                    .forEach(statement -> jdbc.sql(statement).update());
        }
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private NetgsmSettings settings() {
        return new NetgsmSettings(
                "user",
                "pass",
                "BELEDIYE",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofMinutes(5),
                Duration.ofDays(2));
    }

    private NetgsmClient client() {
        return new NetgsmClient(settings(), json);
    }

    private void send(String phone, String text) {
        new NetgsmSender(client(), settings(), new SmsJobs(jdbc, clock)).send(KEY, phone, text);
    }

    private Messages messages() {
        return new Messages(
                jdbc,
                mock(BasvuruRegister.class),
                mock(CurrentUser.class),
                mock(ApplicationEventPublisher.class),
                clock);
    }

    private NetgsmReports reports(Instant at) {
        var later = Clock.fixed(at, ZoneOffset.UTC);
        return new NetgsmReports(
                client(), settings(), new SmsJobs(jdbc, later), messages(), undelivered, mock(DoorEvents.class), later);
    }

    private long open() {
        return jdbc.sql("select count(*) from sms_gonderim").query(Long.class).single();
    }

    @Test
    void aMessageGoesOutInTheFormOfTheService() {
        send("+905321112233", "Başvurunuz “alındı”: çığ…");

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.get("msgheader").asText()).isEqualTo("BELEDIYE");
            assertThat(call.get("encoding").asText()).isEqualTo("TR");
            assertThat(call.get("iysfilter").asText()).isEqualTo("0");
            assertThat(call.get("messages")).hasSize(1);
            assertThat(call.get("messages").get(0).get("no").asText()).isEqualTo("5321112233");
            assertThat(call.get("messages").get(0).get("msg").asText()).isEqualTo("Başvurunuz \"alındı\": çığ...");
        });
        assertThat(open()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"+905321112233, 5321112233", "+4915112345678, 004915112345678", "5321112233, 5321112233"})
    void numbersAreWrittenAsTheServiceWantsThem(String phone, String number) {
        assertThat(NetgsmSender.number(phone)).isEqualTo(number);
    }

    @Test
    void whatIsTooLongIsCut() {
        send("+905321112233", "ğ ".repeat(2000));

        assertThat(calls.get(0).get("messages").get(0).get("msg").asText().length())
                .isBetween(800, 894);
    }

    @ParameterizedTest
    @CsvSource({
        "20, REFUSED, metnini",
        "30, AWAY, parolası",
        "40, AWAY, başlık",
        "50, AWAY, İYS",
        "51, AWAY, İYS",
        "70, LATER, eksik",
        "80, LATER, sınırı",
        "85, LATER, kısa sürede",
        "100, AWAY, sistem",
        "101, AWAY, sistem",
        "999, LATER, kod 999"
    })
    void aRefusalIsSaidInWordsAndDecidesWhatIsNext(String code, DeliveryFailure how, String words) {
        status = 406;
        answer = "{\"code\":\"" + code + "\",\"description\":\"whatever\"}";

        assertThatThrownBy(() -> send("+905321112233", "metin"))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        SmsNotTaken.class,
                        refused -> assertThat(DeliveryFailure.of(refused)).isEqualTo(how));
        assertThat(open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "\"00\"", "{\"code\":", "\u0000", "{}"})
    void anAnswerThatNobodyCanReadIsNoSuccess(String odd) {
        answer = odd;

        assertThatThrownBy(() -> send("+905321112233", "metin"))
                .isInstanceOfSatisfying(
                        SmsNotTaken.class, lost -> assertThat(lost.how()).isEqualTo(DeliveryFailure.UNSURE));
        assertThat(open()).isZero();
    }

    @Test
    void aServerThatWasNotReachedDidNotGetTheMessage() {
        server.stop(0);

        assertThatThrownBy(() -> send("+905321112233", "metin"))
                .isInstanceOfSatisfying(
                        SmsNotTaken.class, away -> assertThat(away.how()).isEqualTo(DeliveryFailure.AWAY));
    }

    @Test
    void anAnswerWithoutAnEndFillsNothing() {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 4000; i++) {
                exchange.getResponseBody().write(new byte[1024]);
            }
        };

        assertThatThrownBy(() -> send("+905321112233", "metin")).isInstanceOf(SmsNotTaken.class);
    }

    @Test
    void aServiceThatHangsIsLeft() {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };
        long begun = System.nanoTime();

        assertThatThrownBy(() -> send("+905321112233", "metin"))
                .hasMessageContaining("ulaşılamadı")
                .isInstanceOfSatisfying(
                        SmsNotTaken.class, silent -> assertThat(silent.how()).isEqualTo(DeliveryFailure.UNSURE));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aJobWithoutANumberIsSentAndNotAskedAbout() {
        answer = "{\"code\":\"00\"}";

        assertThatCode(() -> send("+905321112233", "metin")).doesNotThrowAnyException();
        assertThat(open()).isZero();
    }

    private void given(Medium medium) {
        given(medium, Message.State.GONDERILDI);
    }

    private void given(Medium medium, Message.State state) {
        messages()
                .add(
                        KEY,
                        "2026-000001",
                        Purpose.CEVAP,
                        new Destination(medium, "+905321112233"),
                        "Cevap",
                        "metin",
                        state);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 11, 12, 14, 15, 16, 17})
    void whatDidNotArriveGoesTheNextWayOnce(int state) {
        given(Medium.SMS);
        send("+905321112233", "metin");
        answer = "{\"code\":\"00\",\"jobs\":[{\"jobid\":\"J1\",\"status\":" + state + ",\"errorCode\":1}]}";

        assertThat(reports(FIRST_ASKED).ask()).isOne();
        assertThat(reports(NOW.plusSeconds(600)).ask()).isZero();

        verify(undelivered).tryNextWay(any(), any());
        assertThat(calls.get(1).get("jobids").get(0).asText()).isEqualTo("J1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13})
    void whatArrivedIsSettled(int state) {
        given(Medium.SMS);
        send("+905321112233", "metin");
        answer = "{\"code\":\"00\",\"jobs\":[{\"jobid\":\"J1\",\"status\":" + state + "}]}";

        assertThat(reports(FIRST_ASKED).ask()).isOne();

        verify(undelivered, never()).tryNextWay(any(), any());
        assertThat(open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"00\",\"jobs\":[{\"jobid\":\"J1\",\"status\":0}]}",
                "{\"code\":\"00\",\"jobs\":[{\"jobid\":\"other\",\"status\":2}]}",
                "{\"code\":\"60\"}",
                "{\"code\":\"00\",\"jobs\":\"x\"}",
                "{\"code\":\"00\",\"jobs\":[null,7,{}]}",
                "nothing"
            })
    void whatIsNotKnownYetIsAskedAboutAgainUntilItIsTooOld(String odd) {
        given(Medium.SMS);
        send("+905321112233", "metin");
        answer = odd;

        assertThat(reports(FIRST_ASKED).ask()).isZero();
        assertThat(reports(FIRST_ASKED.plusSeconds(60)).ask()).isZero();
        assertThat(calls).as("not due again").hasSize(2);
        assertThat(open()).isOne();
        reports(NOW.plus(Duration.ofDays(3))).ask();
        assertThat(open()).isEqualTo(odd.equals("nothing") ? 1 : 0);
        verify(undelivered, never()).tryNextWay(any(), any());
    }

    @Test
    void aMessageThatGoesAnotherWayAlreadyIsLeftAlone() {
        given(Medium.POSTA);
        send("+905321112233", "metin");
        answer = "{\"code\":\"00\",\"jobs\":[{\"jobid\":\"J1\",\"status\":3}]}";

        assertThat(reports(FIRST_ASKED).ask()).isOne();

        verify(undelivered, never()).tryNextWay(any(), any());
    }

    @Test
    void aReportThatComesBeforeTheMessageIsMarkedAsSentIsReadAgain() {
        given(Medium.SMS, Message.State.BEKLIYOR);
        send("+905321112233", "metin");
        answer = "{\"code\":\"00\",\"jobs\":[{\"jobid\":\"J1\",\"status\":3}]}";

        assertThat(reports(NOW).ask()).isZero();
        assertThat(calls).as("not asked about at once").hasSize(1);
        assertThat(reports(FIRST_ASKED).ask()).isZero();
        assertThat(open()).isOne();
        messages().sent(messages().find(KEY).orElseThrow());
        assertThat(reports(FIRST_ASKED.plusSeconds(600)).ask()).isOne();

        verify(undelivered).tryNextWay(any(), any());
        assertThat(open()).isZero();
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        var url = URI.create("https://api.netgsm.com.tr");
        var some = Duration.ofSeconds(1);
        var hour = Duration.ofHours(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetgsmSettings("u", "", "h", url, some, some, some, hour))
                .withMessageContaining("muhatap.netgsm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetgsmSettings("u", "p", " ", url, some, some, some, hour));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new NetgsmSettings("", "", "", URI.create("http://api.netgsm.com.tr"), some, some, some, hour));
        assertThat(new NetgsmSettings("u", "gizli", "h", url, some, some, some, hour).toString())
                .doesNotContain("gizli");
    }
}

package tr.muhatap.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tr.muhatap.Office;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;

/** The demonstration with its data, its adjustable clock, and the reset. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
            "spring.jmx.enabled=false",
            "muhatap.access.password-iterations=1000",
            "muhatap.attachment.directory=target/demo-ekler"
        })
@TestMethodOrder(MethodOrderer.MethodName.class)
class DemoIT {

    private static final String API = "/api/v1/basvurular/";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> OF_APPLICATIONS = Set.of(
            "basvuru",
            "basvuru_birim",
            "olay",
            "muracaat",
            "yazi",
            "ek",
            "tatil",
            "cevap_sablonu",
            "act_ru_task",
            "act_ru_execution",
            "act_ru_incident",
            "act_hi_procinst");

    @Autowired
    private GreenMail mailServer;

    @Autowired
    private OfficeClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    Office office;

    /** Whether the data are unchanged since startup or the last reset, which takes seconds. */
    private static boolean untouched = true;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    /** The original data, for tests that only read them. */
    private Instant asMade() {
        if (!untouched) {
            reset();
        }
        return moved("PT0S");
    }

    /** As {@link #asMade}, for a test that changes them. */
    private void begins() {
        asMade();
        untouched = false;
    }

    /** The engines of all contexts share one clock. */
    @AfterAll
    static void backToRealTime() {
        ClockUtil.reset();
    }

    // The data

    @Test
    void allChannelsAndStagesHaveSomeOfSixtyApplications() {
        asMade();
        var all = applications();

        assertThat(all).hasSizeBetween(55, 10 * Channel.values().length);
        assertThat(texts(all, "channel"))
                .contains("BILGI_EDINME", "CIMER", "ACIK_KAPI", "BEYAZ_MASA", "BEYAZ_MASA_MOBIL", "ALO_153", "DIJITAL");
        assertThat(texts(all, "status"))
                .contains("ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA", "CEVAPLANDI", "KAPANDI");
        assertThat(texts(all, "outcome"))
                .contains("OLUMLU", "KISMEN", "PROGRAMA_ALINDI", "YONLENDIRILDI", "MUKERRER", "ISLEME_KONULMADI");
        assertThat(count("/api/v1/basvurular?late=true&size=1", "total")).isGreaterThan(5);
        assertThat(count("/engine-rest/task/count?taskDefinitionKey=Yonetici_Mudahalesi", "count"))
                .isPositive();
        assertThat(count("/engine-rest/task/count?taskDefinitionKey=Sube_Muduru_Mudahalesi", "count"))
                .isPositive();
        assertThat(count("/engine-rest/incident/count", "count"))
                .as("one answer cannot be delivered")
                .isEqualTo(1);
    }

    @Test
    void allDatesAreRelativeToToday() {
        var now = asMade();

        assertThat(applications()).isNotEmpty().allSatisfy(one -> {
            var received = OffsetDateTime.parse(one.get("receivedAt").asText());
            assertThat(received.getOffset().toString()).isEqualTo("+03:00");
            assertThat(received.toInstant()).isBetween(now.minus(Duration.ofDays(30)), now);
        });
        for (var one : applications()) {
            var at = office
                    .get("denetci", API + one.get("number").asText() + "/history")
                    .body()
                    .findValuesAsText("at")
                    .stream()
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .toList();
            assertThat(at).isSorted();
            assertThat(at)
                    .isNotEmpty()
                    .allSatisfy(instant -> assertThat(instant).isBeforeOrEqualTo(now.plusSeconds(60)));
        }
    }

    /** The officials of the published table stand on that table only. */
    @Test
    void noOfficialIsNamedAnywhere() {
        asMade();
        var shown = new ArrayList<String>();
        for (var one : applications()) {
            shown.add(office.get("admin", API + one.get("number").asText() + "/dosya")
                    .response()
                    .body());
        }
        for (int page = 0; page < 5; page++) {
            shown.add(office.get("admin", "/demo/posta?page=" + page).response().body());
        }
        shown.add(office.get("admin", "/engine-rest/user?maxResults=100")
                .response()
                .body());
        shown.add(office.get("", "/").response().body());
        shown.add(office.get("halkla", "/teslim").response().body());

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.toUpperCase(Locale.forLanguageTag("tr")))
                        .doesNotContain("BAYHAN", "ÇAĞAN", "FATİH", "OĞUZ", "666 38 02", "KAYSERİ.BEL.TR", "FCAGAN"));
    }

    // The clock

    @Test
    void timeMovesForwardByWhatWasAskedAndIsAnswered() {
        untouched = false;
        var before = moved("PT0S");
        var after = moved("P1DT2H");

        assertThat(Duration.between(before, after))
                .isBetween(Duration.ofHours(26), Duration.ofHours(26).plusMinutes(5));
        assertThat(Duration.between(after, moved("PT0S"))).isBetween(Duration.ZERO, Duration.ofMinutes(5));
        var registered = office.post("operator", "/api/v1/basvurular", Office.call());
        assertThat(OffsetDateTime.parse(registered.body().get("receivedAt").asText())
                        .toInstant())
                .as("records go by the same time")
                .isAfterOrEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | advance | zorunludur",
                "{\"advance\":null} | 422 | advance | zorunludur",
                "{\"advance\":\"-PT1S\"} | 422 | advance | Zaman geri alınamaz.",
                "{\"advance\":\"P-1D\"} | 422 | advance | Zaman geri alınamaz.",
                "{\"advance\":\"yarın\"} | 422 | advance | gün ve saatle yazılmalıdır",
                "{\"advance\":\"P1M\"} | 422 | advance | gün ve saatle yazılmalıdır",
                "{\"advance\":\"\"} | 422 | advance | gün ve saatle yazılmalıdır",
                "{\"advance\":\"P9999D\"} | 422 | advance | en çok 400 gün",
                "{\"advance\":{}} | 400 | advance | Metin olmalıdır.",
                "{\"ileri\":\"P1D\"} | 400 | ileri | ",
                "null | 400 | | JSON bekleniyor",
                "[] | 400 | | beklenen",
                "yarın | 400 | | "
            })
    void whatIsNoAdvanceIsRefusedInTurkishAndMovesNothing(String json, int status, String field, String message) {
        var before = moved("PT0S");

        var refused = office.post("admin", "/demo/clock", json);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        if (field != null) {
            assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(refused.response().body()).contains(message == null ? "" : message);
        assertThat(Duration.between(before, moved("PT0S"))).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void theFirstLevelIsThereWhenTheAnswerComes() {
        untouched = false;
        var number = office.register("operator", Office.call());
        var lateFrom = lateFrom(number);

        movesTo(lateFrom.minusSeconds(3_600));
        assertThat(actions(number)).doesNotContain("SuresiDoldu");
        movesTo(lateFrom.plusSeconds(60));

        assertThat(actions(number)).containsOnlyOnce("SuresiDoldu").doesNotContain("IkinciSureDoldu");
        assertThat(office.task(number, "Yonetici_Mudahalesi")).isNotEmpty();

        movesTo(secondLimit(number).plusSeconds(60));

        assertThat(actions(number)).containsOnlyOnce("SuresiDoldu", "IkinciSureDoldu");
        assertThat(office.task(number, "Sube_Muduru_Mudahalesi")).isNotEmpty();
    }

    @Test
    void oneJumpOverBothLimitsFiresBothLevelsInTheirOrder() {
        untouched = false;
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));

        moved("P45D");

        assertThat(actions(number)).containsSubsequence("SuresiDoldu", "IkinciSureDoldu");
        assertThat(office.task(number, "Yonetici_Mudahalesi")).isNotEmpty();
        assertThat(office.task(number, "Sube_Muduru_Mudahalesi")).isNotEmpty();
    }

    // Escalation is the managers'

    @Test
    void eachLevelBelongsToItsManagerAndUrgingReachesTheUnit() {
        untouched = false;
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        moved("P45D");
        int mailsBefore = mailServer.getReceivedMessagesForDomain("fen@belediye.example").length;

        for (var other : List.of("halkla", "fen", "mudur", "surec", "denetci", "bilgi", "operator", "istemci")) {
            assertThat(office.complete(other, number, "Yonetici_Mudahalesi", "mudahale", "UYAR")
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        for (var other : List.of("halkla", "fen", "yonetici", "surec", "denetci", "bilgi", "operator", "istemci")) {
            assertThat(office.complete(other, number, "Sube_Muduru_Mudahalesi", "mudahale", "UYAR")
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(office.complete("yonetici", number, "Yonetici_Mudahalesi", "mudahale", "UYAR")
                        .status())
                .isEqualTo(204);
        assertThat(office.complete("mudur", number, "Sube_Muduru_Mudahalesi", "mudahale", "DEVRAL")
                        .status())
                .isEqualTo(204);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailServer.getReceivedMessagesForDomain("fen@belediye.example"))
                        .hasSizeGreaterThan(mailsBefore));
        assertThat(actions(number)).contains("BirimUyarildi", "Devralindi");
        assertThat(office.put("mudur", API + number + "/cevap", Office.DRAFT).status())
                .as("whoever took it over writes the answer")
                .isEqualTo(200);
        assertThat(office.complete("mudur", number, "Cevap_Hazirlama", "birimKarari", "CEVAP")
                        .status())
                .isEqualTo(204);
    }

    // A delivery that fails

    @Test
    void whatCannotBeDeliveredIsAnIncidentEscalatesAllTheSameAndGoesOutWhenItIsRetried() throws Exception {
        untouched = false;
        var address = Office.unique() + "@ulasilamaz.example";
        var number = office.approved("DIJITAL", Office.application("DIJITAL", "\"email\":\"" + address + "\""));
        var instance = office.get("admin", "/engine-rest/process-instance?maxResults=5&businessKey=" + number)
                .body()
                .get(0)
                .get("id")
                .asText();
        var incidents = "/engine-rest/incident?maxResults=5&processInstanceId=" + instance;
        assertThat(office.get("surec", incidents).body()).isEmpty();
        for (int retry = 1; retry <= 4; retry++) {
            moved("PT6M");
        }

        var incident = office.get("surec", incidents).body().get(0);
        assertThat(incident.get("activityId").asText()).isEqualTo("Cevabi_Gonder");
        assertThat(office.get("denetci", incidents).body()).hasSize(1);
        assertThat(office.get("halkla", incidents).status()).isEqualTo(403);
        assertThat(status(number)).isEqualTo("CEVAPLANDI");

        movesTo(lateFrom(number).plusSeconds(60));
        assertThat(office.task(number, "Yonetici_Mudahalesi")).isNotEmpty();
        assertThat(status(number)).isEqualTo("CEVAPLANDI");

        var users = mailServer.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        var mailbox = users.createUser(address, address, "demo");
        users.setMessageDeliveryHandler(
                (mail, recipient) -> recipient.getEmail().equals(address) ? mailbox : usual.handle(mail, recipient));
        try {
            var job = "/engine-rest/job/" + incident.get("configuration").asText() + "/retries";
            assertThat(office.put("halkla", job, "{\"retries\":1}").status()).isEqualTo(403);
            assertThat(office.put("surec", job, "{\"retries\":1}").status()).isEqualTo(204);
            moved("PT0S");
        } finally {
            users.setMessageDeliveryHandler(usual);
        }

        assertThat(status(number)).isEqualTo("KAPANDI");
        var subjects = new ArrayList<String>();
        for (var mail : mailServer.getReceivedMessagesForDomain(address)) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects).containsOnlyOnce("Cevap: " + number);
        assertThat(count("/engine-rest/task/count?processInstanceBusinessKey=" + number, "count"))
                .isZero();
        assertThat(office.get("surec", incidents).body()).isEmpty();
    }

    // The way back

    @Test
    void aResetBringsBackTheDataAndRealTime() {
        begins();
        var first = applications();
        var number = office.register("istemci", Office.application("CIMER").replace("İğde", "Sıfırlanacak"));
        moved("P20D");

        var now = reset();

        assertThat(Duration.between(Instant.now(), now).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(Duration.between(Instant.now(), moved("PT0S")).abs()).isLessThan(Duration.ofMinutes(5));
        var again = applications();
        assertThat(texts(again, "subject")).isEqualTo(texts(first, "subject"));
        assertThat(texts(again, "status")).isEqualTo(texts(first, "status"));
        assertThat(texts(again, "subject")).noneMatch(subject -> subject.contains("Sıfırlanacak"));
        assertThat(office.get("admin", "/demo/posta").response().body()).doesNotContain("Sıfırlanacak", number + "x");
        assertThat(count(
                        "/engine-rest/history/process-instance/count?rootProcessInstances=true&unfinished=true",
                        "count"))
                .isEqualTo(again.stream()
                        .filter(one -> !one.get("status").asText().equals("KAPANDI"))
                        .count());
        assertThat(office.get("", "/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void whoeverComesWhileThePastIsMadeUpWaitsForThePresent() {
        var reset = CompletableFuture.supplyAsync(this::reset);
        await().atMost(PATIENCE).until(() -> clock.offset().isNegative());

        var number = office.register("istemci", Office.application("CIMER"));

        reset.join();
        untouched = false;
        var receivedAt =
                office.get("istemci", API + number).body().get("receivedAt").asText();
        assertThat(Duration.between(OffsetDateTime.parse(receivedAt).toInstant(), Instant.now()))
                .isLessThan(Duration.ofMinutes(5));
    }

    /** Written again by the new demonstration, some a moment later. */
    private static final Set<String> BEGUN_AGAIN =
            Set.of("olay_tuzu", "kayit_tuzu", "kurum_olayi", "birim_onerisi_modeli", "kapi_sayimi");

    /** Tables into which the program writes by itself, whenever their time comes. */
    private static final Set<String> IN_THE_BACKGROUND = Set.of(
            "kayit_zinciri", "zincir_basi", "zincir_damgasi", "olay_tuzu", "kayit_tuzu", "kurum_olayi", "kapi_sayimi");

    @Test
    void afterAResetEveryTableHoldsWhatItHeldAtTheBeginning() throws Exception {
        begins();
        var tables = new EveryTable(jdbc);
        var atTheBeginning = tables.rows();
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        assertThat(upload(number)).isEqualTo(201);
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri"));
        moved("P45D");
        Office.does(office.post(
                "",
                "/api/v1/takip/recourse",
                "{\"number\":\"%s\",\"code\":\"%s\",\"ground\":\"SURE_ASIMI\",\"text\":\"Cevap gelmedi.\"}"
                        .formatted(number, registered.get("trackingCode").asText())));
        var filled = tables.fill();
        assertThat(filled)
                .as("tables with a row of any shape")
                .contains("basvuru", "olay", "mesaj", "yazi", "ek", "kural_taslagi", "ozet_gonderim", "sign_in_failure")
                .hasSizeGreaterThan(12);
        assertThat(files()).isNotEmpty();
        var before = tables.rows();

        reset();

        var afterwards = tables.rows();
        assertThat(filled)
                .filteredOn(table -> !BEGUN_AGAIN.contains(table))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(afterwards.get(table)).as(table).isLessThan(before.get(table)));
        assertThat(jdbc.queryForObject(
                        "select count(*) from olay_tuzu s where not exists (select 1 from basvuru b where b.number = s.number)",
                        Long.class))
                .as("salts of applications that are gone")
                .isZero();
        assertThat(OF_APPLICATIONS)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(afterwards.get(table)).as(table).isEqualTo(atTheBeginning.get(table)));
        assertThat(files()).isEmpty();
        assertThat(Duration.between(Instant.now(), moved("PT0S")).abs()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void whereItCannotBeEmptiedItStaysAsItWas() {
        begins();
        String number = office.register("istemci", Office.application("CIMER"));
        moved("P1D");
        var tables = new EveryTable(jdbc);
        try {
            jdbc.execute("create table halka_a (id integer primary key, b integer not null)");
            jdbc.execute("create table halka_b (id integer primary key, a integer not null references halka_a)");
            jdbc.execute("alter table halka_a add constraint halka foreign key (b) references halka_b");
            var before = tables.rows();
            assertThat(office.post("admin", "/demo/reset", "{}").status()).isEqualTo(500);
            assertThat(tables.rows())
                    .allSatisfy(
                            (table, rows) -> assertThat(IN_THE_BACKGROUND.contains(table) ? before.get(table) : rows)
                                    .as(table)
                                    .isEqualTo(before.get(table)));
        } finally {
            jdbc.execute("drop table if exists halka_a, halka_b cascade");
        }

        assertThat(Duration.between(Instant.now(), moved("PT0S"))).isGreaterThan(Duration.ofHours(23));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        assertThat(office.get("admin", "/demo/reset").body().get("running").asBoolean())
                .isFalse();
        reset();
    }

    @Test
    void whereItsDataCannotBeMadeItIsEmptyAndCanBeSetBackAgain() {
        begins();
        int applications = applications().size();
        jdbc.execute("alter table basvuru add constraint engel check (channel <> 'ALO_153') nocheck");
        try {
            assertThat(office.post("admin", "/demo/reset", "{}").status()).isEqualTo(500);
        } finally {
            jdbc.execute("alter table basvuru drop constraint engel");
        }

        assertThat(applications()).isEmpty();
        assertThat(count("/engine-rest/task/count", "count")).isZero();
        assertThat(count("/engine-rest/history/process-instance/count", "count"))
                .isZero();
        assertThat(Duration.between(Instant.now(), moved("PT0S")).abs()).isLessThan(Duration.ofMinutes(5));
        reset();
        assertThat(applications()).hasSize(applications);
    }

    @Test
    void whoWaitsForAResetSeesHowFarItIs() {
        var reset = CompletableFuture.supplyAsync(this::reset);

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            var progress = office.get("admin", "/demo/reset").body();
            assertThat(progress.get("running").asBoolean()).isTrue();
            assertThat(progress.get("step").asText()).isEqualTo("Başvurular oluşturuluyor");
            assertThat(progress.get("done").asInt())
                    .isPositive()
                    .isLessThan(progress.get("total").asInt());
        });

        reset.join();
        assertThat(office.get("halkla", "/demo/reset").status()).isEqualTo(403);
        assertThat(office.get("admin", "/demo/reset").body().get("running").asBoolean())
                .isFalse();
    }

    private int upload(String number) throws Exception {
        var body = "--sinir\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ek.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\nğ\r\n--sinir--\r\n";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + API + number + "/ekler"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("halkla:demo".getBytes(UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=sinir")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("target/demo-ekler"))) {
            return files.toList();
        }
    }

    private Instant reset() {
        var now = now(Office.does(office.post("admin", "/demo/reset", "{}")));
        untouched = true;
        return now;
    }

    private Instant moved(String by) {
        return now(Office.does(office.post("admin", "/demo/clock", "{\"advance\":\"" + by + "\"}")));
    }

    private void movesTo(Instant instant) {
        var now = moved("PT0S");
        moved(Duration.between(now, instant).truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static Instant now(Office.Answer answer) {
        assertThat(answer.body().get("now").asText()).endsWith("+03:00");
        return OffsetDateTime.parse(answer.body().get("now").asText()).toInstant();
    }

    private List<JsonNode> applications() {
        var page = office.get("denetci", "/api/v1/basvurular?size=100").body();
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private static List<String> texts(List<JsonNode> all, String field) {
        return all.stream().map(one -> one.get(field).asText()).toList();
    }

    private long count(String path, String field) {
        return office.get("admin", path).body().get(field).asLong();
    }

    private List<String> actions(String number) {
        return office.get("denetci", API + number + "/history").body().findValuesAsText("action");
    }

    private String status(String number) {
        return office.get("halkla", API + number).body().get("status").asText();
    }

    private Instant lateFrom(String number) {
        return OffsetDateTime.parse(office.get("halkla", API + number)
                        .body()
                        .at("/deadline/lateFrom")
                        .asText())
                .toInstant();
    }

    private Instant secondLimit(String number) {
        return StreamSupport.stream(
                        office.get("halkla", API + number + "/history").body().spliterator(), false)
                .filter(line -> line.get("action").asText().equals("SuresiDoldu"))
                .map(line -> OffsetDateTime.parse(line.at("/detail/secondLimit").asText())
                        .toInstant())
                .findFirst()
                .orElseThrow();
    }
}

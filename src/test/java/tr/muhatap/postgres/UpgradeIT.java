package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.muhatap.Office.does;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tr.muhatap.Office;

/**
 * The program opens the database of a former version, goes on at that version's day, and brings to its end what was
 * open. The dump is of the version that its name says, in the demonstration's profile: applications at every stage on
 * seven channels, a published decision table and a draft of another, a holiday that moved limits, numbered letters, two
 * objections, a note, a template, an answer that could not be sent.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "muhatap.demo.data=false",
            "muhatap.rate.per-address=1000000",
            "muhatap.rate.per-recipient=1000000",
            "muhatap.rate.wrong-codes=1000000",
            "spring.jmx.enabled=false"
        })
@ContextConfiguration(initializers = UpgradeIT.FormerDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {

    private static final String DUMP = "/upgrade/1ad875e.sql.gz";
    private static final Instant DAY_OF_THE_DUMP = Instant.parse("2026-11-26T16:30:00Z");
    private static final String API = "/api/v1/basvurular/";
    private static final String RECORDS = "select number || ' ' || status || ' ' || deadline_last_day || ' ' "
            + "|| deadline_late_from || ' ' || escalation_level || ' ' || coalesce(outcome, '-') from basvuru order by number";
    private static final String OPEN = "select number from basvuru where status <> 'KAPANDI' order by number";
    private static final String TIMERS = "select e.business_key_ || ' ' || d.act_id_ || ' ' || j.duedate_ "
            + "from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ "
            + "join act_ru_execution e on e.id_ = j.process_instance_id_ where j.type_ = 'timer' and d.act_id_ not like 'Kurul%' order by 1";
    private static final String TASKS = "select e.business_key_ || ' ' || t.task_def_key_ || ' ' || t.due_date_ "
            + "from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
            + "where t.task_def_key_ not like 'Kurul%' order by 1";
    private static final String HISTORY =
            "select number || ' ' || to_char(at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || actor "
                    + "from olay order by number, id";

    /** The day until which a fee may be paid stands in its notice, and is not brought forward. */
    private static final String MOVED = "select number || ' ' || (cast(detail as json) ->> 'oldLastDay') from olay "
            + "where action = 'TatilSureyiDegistirdi' and (cast(detail as json) ->> 'unpaidFrom') is null order by 1";

    private static Map<String, List<String>> before = Map.of();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    @Order(1)
    void whatWasThereIsThereAtItsTimeAndPlace() {
        assertThat(Duration.between(DAY_OF_THE_DUMP, clock.instant())).isBetween(Duration.ZERO, Duration.ofMinutes(10));

        assertThat(before)
                .isNotEmpty()
                .allSatisfy((sql, rows) -> assertThat(rows).hasSizeGreaterThan(10));
        assertThat(rows(jdbc, RECORDS)).as("records and limits").isEqualTo(before.get(RECORDS));
        assertThat(rows(jdbc, TIMERS)).as("timers").isEqualTo(before.get(TIMERS));
        assertThat(rows(jdbc, TASKS)).as("tasks and their days").isEqualTo(before.get(TASKS));
        assertThat(rows(jdbc, HISTORY)).as("history").isEqualTo(before.get(HISTORY));
    }

    /** Otherwise each change of a model would have to work with all its former ones. */
    @Test
    @Order(2)
    void everyRunningInstanceStandsOnTheNewestModel() {
        assertThat(rows(
                        jdbc,
                        "select distinct key_ from act_re_procdef where version_ = 1 and key_ <> 'kurul-itirazi' and key_ not in "
                                + "(select key_ from act_re_procdef where version_ > 1)"))
                .as("models that are the dump's")
                .isEmpty();
        assertThat(rows(
                        jdbc,
                        "select e.business_key_ || ' ' || d.key_ || ' ' || d.version_ from act_ru_execution e "
                                + "join act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null and d.version_ < "
                                + "(select max(n.version_) from act_re_procdef n where n.key_ = d.key_)"))
                .as("on an older model")
                .isEmpty();
    }

    @Test
    @Order(3)
    void everyFileIsReadWithItsWholeHistoryInWords() {
        var events = before.getOrDefault(HISTORY, List.of()).stream()
                .collect(Collectors.groupingBy(event -> event.split(" ")[0], Collectors.counting()));
        assertThat(events).hasSize(before.getOrDefault(RECORDS, List.of()).size());

        assertThat(events).isNotEmpty().allSatisfy((number, count) -> {
            assertThat(does(office.get("denetci", API + number + "/history")).body())
                    .as(number)
                    .hasSize(count.intValue());
            assertThat(office.get("denetci", "/dosya/" + number).response())
                    .satisfies(page -> assertThat(page.statusCode()).as(number).isEqualTo(200))
                    .satisfies(page -> assertThat(page.body()).contains(number).doesNotContain("??", "TatilSureyi"));
        });
    }

    @Test
    @Order(4)
    void whatTheOfficeSetUpItselfStaysInForce() {
        assertThat(office.get("", "/api/v1/service-standards")
                        .body()
                        .at("/2/limit")
                        .asInt())
                .isEqualTo(12);
        assertThat(page("surec", "/kurallar/hizmet-standartlari")).contains("2. sürüm · surec", "Başkanlık oluru");
        assertThat(page("surec", "/kurallar/birim-yonlendirme")).contains("taslak");
        assertThat(page("yonetici", "/sablonlar")).contains("Çukur (yeni)");
        assertThat(page("halkla", "/dosya/2026-000018/yazilar")).contains("E-1");
        assertThat(page("bilgi", "/dosya/2026-000065/yazilar")).contains("E-2");
        assertThat(page("bilgi", "/dosya/2026-000017")).contains("2026/1");
        assertThat(page("fen", "/dosya/2026-000067")).contains("Ekip yola çıktı; ğüşıöç.");
        assertThat(office.get("", "/api/v1/takip?number=2026-000077&code=N4U6YJNBUWPU")
                        .status())
                .as("the code that the citizen has")
                .isEqualTo(200);
        assertThat(rows(
                        jdbc,
                        "select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                                + "where t.task_def_key_ = 'Kurula_Cevap'"))
                .as("the Board's clock has a process now")
                .contains("2026-000026");
        does(office.post("bilgi", API + "2026-000026/appeal-answer", "{\"answeredOn\":\"2026-11-26\"}"));
        does(office.post("bilgi", API + "2026-000026/appeal-outcome", "{\"outcome\":\"RET\"}"));
        assertThat(page("bilgi", "/dosya/2026-000026"))
                .as("an objection that was open goes on")
                .contains("2026/2", "İtiraz reddedildi");
        does(office.delete("surec", "/api/v1/holidays/2026-12-02"));
        assertThat(rows(jdbc, RECORDS).stream().map(UpgradeIT::numberAndLastDay))
                .as("the limits that the holiday had moved")
                .containsAll(before.getOrDefault(MOVED, List.of()));
    }

    private static String numberAndLastDay(String row) {
        var parts = row.split(" ");
        return parts[0] + " " + parts[2];
    }

    @Test
    @Order(5)
    void whatWasOpenComesToItsEnd() {
        var open = rows(jdbc, OPEN);
        assertThat(open).hasSizeGreaterThan(50);
        for (int round = 0; round < 12 && !rows(jdbc, OPEN).isEmpty(); round++) {
            rows(jdbc, OPEN).forEach(this::goesOn);
            office.moveClock("PT0S");
        }

        assertThat(rows(jdbc, OPEN)).isEmpty();
        assertThat(rows(
                        jdbc,
                        "select distinct key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"))
                .as("only the recourse outlives its application")
                .containsExactly("muracaat");
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(does(office.get("denetci", API + number))
                                .body()
                                .get("outcome")
                                .asText())
                        .as(number)
                        .isNotEqualTo("null"));
    }

    private void goesOn(String number) {
        var tasks = office.get("admin", "/engine-rest/task?maxResults=9&processInstanceBusinessKey=" + number)
                .body();
        var status =
                does(office.get("denetci", API + number)).body().get("status").asText();
        switch (status) {
            case "EKSIK_BEKLIYOR" ->
                does(office.post("halkla", API + number + "/completion", "{\"text\":\"Adresim şu.\"}"));
            case "UCRET_BEKLIYOR" ->
                does(office.post(
                        "halkla", API + number + "/payment", "{\"paidOn\":\"2026-11-26\",\"receipt\":\"MAK-1\"}"));
            default -> {}
        }
        StreamSupport.stream(tasks.spliterator(), false).forEach(task -> completes(number, task));
        // What could not be sent is tried again, as whoever runs the program does
        jdbc.sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ "
                        + "where j.retries_ = 0 and e.business_key_ = ?")
                .param(number)
                .query(String.class)
                .list()
                .forEach(job -> does(office.put("surec", "/engine-rest/job/" + job + "/retries", "{\"retries\":1}")));
    }

    private void completes(String number, JsonNode task) {
        var element = task.get("taskDefinitionKey").asText();
        switch (element) {
            case "On_Inceleme" -> complete("halkla", task, "onInceleme", "KABUL");
            case "Birime_Sevk" -> complete("halkla", task, "birim", "fen-isleri");
            case "Cevap_Hazirlama" -> {
                does(office.put("fen", API + number + "/cevap", Office.DRAFT));
                complete("fen", task, "birimKarari", "CEVAP");
            }
            case "Cevap_Onayi" -> complete("halkla", task, "onay", "ONAY");
            case "Yonetici_Mudahalesi" -> complete("yonetici", task, "mudahale", "UYAR");
            case "Sube_Muduru_Mudahalesi" -> complete("mudur", task, "mudahale", "UYAR");
            default -> {}
        }
    }

    private void complete(String user, JsonNode task, String variable, String value) {
        does(office.post(
                user,
                "/engine-rest/task/" + task.get("id").asText() + "/complete",
                "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(variable, value)));
    }

    private String page(String user, String address) {
        return does(office.get(user, address)).response().body();
    }

    private static List<String> rows(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** Made from the dump, and set to its day: the demonstration's own moved clock. */
    static final class FormerDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        /** The demo has nobody in most units, and one desk can do the work of the others. */
        private static final String MORE_MEMBERS = "insert into act_id_membership (user_id_, group_id_) "
                + "select 'fen', id_ from act_id_group where id_ like 'birim-%' and id_ <> 'birim-fen-isleri' "
                + "union select 'halkla', id_ from act_id_group where id_ in "
                + "('beyaz-masa', 'cagri-merkezi', 'bilgi-edinme-birimi')";

        /** Every model differs from the program's, so that each gets a newer version at the start. */
        private static final String OTHER_MODELS = "update act_ge_bytearray set bytes_ = bytes_ "
                + "|| convert_to('<!-- The former version -->', 'UTF8') where name_ like '%.bpmn'";

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = Postgres.newDatabase();
            load(database);
            var jdbc = JdbcClient.create(Postgres.dataSource(database));
            before = Stream.of(RECORDS, TIMERS, TASKS, HISTORY, MOVED)
                    .collect(Collectors.toMap(Function.identity(), sql -> rows(jdbc, sql)));
            jdbc.sql(MORE_MEMBERS).update();
            jdbc.sql(OTHER_MODELS).update();
            jdbc.sql("insert into demo_clock (id, offset_millis) values (1, ?)")
                    .param(Duration.between(Instant.now(), DAY_OF_THE_DUMP).toMillis())
                    .update();
            TestPropertyValues.of(
                            "spring.datasource.url=" + Postgres.url(Postgres.port(), database),
                            "spring.datasource.username=" + Postgres.OWNER,
                            "spring.datasource.password=unused")
                    .applyTo(context);
        }

        /** By PostgreSQL's own program, as an operator does. */
        private static void load(String database) {
            try {
                var dump = Files.createTempFile("muhatap-upgrade", ".sql");
                try (var packed = new GZIPInputStream(UpgradeIT.class.getResourceAsStream(DUMP));
                        var plain = Files.newOutputStream(dump)) {
                    packed.transferTo(plain);
                }
                var psql = new ProcessBuilder(
                                "psql",
                                "--quiet",
                                "--output=/dev/null",
                                "--set=ON_ERROR_STOP=1",
                                "--host=127.0.0.1",
                                "--port=" + Postgres.port(),
                                "--username=" + Postgres.OWNER,
                                "--dbname=" + database,
                                "--file=" + dump)
                        .inheritIO()
                        .start();
                assertThat(psql.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(psql.exitValue()).isZero();
                Files.delete(dump);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

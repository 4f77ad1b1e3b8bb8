package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.Office;

/** What was acknowledged is durable, whatever fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final int DESKS = 8;

    /** A process is killed at a random one of this many further acknowledgements. */
    private static final int BURST = 80;

    private static final int KILLS = Integer.getInteger("muhatap.faults.kills", 1);
    private static final Duration CUT = Duration.ofSeconds(Integer.getInteger("muhatap.faults.cut", 1));
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Random random = new Random();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    private KillablePostgres postgres;
    private CutOff line;
    private Map<String, String> settings;
    private Node node;

    /** One program for all faults, each of which it has to survive in the state that the previous one left. */
    @BeforeAll
    void start(@TempDir Path data) {
        postgres = new KillablePostgres(data);
        line = new CutOff(postgres.port());
        settings = new LinkedHashMap<>(ProductionSettings.on(Postgres.url(line.port(), "postgres")));
        settings.put("spring.datasource.hikari.connection-timeout", "1000");
        node = Node.started(settings);
        People.addTo(node, postgres.dataSource());
    }

    @AfterAll
    void close() throws Exception {
        node.close();
        line.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void cutOffFromItsDatabaseItSaysSoLivesAndRecoversUnaided() {
        var office = node.office();
        office.register(Office.call());

        line.cut();

        var refused = office.post(ProductionOffice.SYSTEM, "/api/v1/basvurular", Office.call());
        assertThat(refused.status()).as(node::log).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.body().get("detail").asText()).contains("biraz sonra yeniden deneyin");
        assertThat(office.basic("kimse", "parola", "/api/v1/basvurular").status())
                .as("where the sign-in already needs the database")
                .isEqualTo(503);
        assertThat(office.get("", "/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(office.get("", "/actuator/health/readiness").status()).isEqualTo(503);
        await().during(CUT)
                .atMost(CUT.plus(PATIENCE))
                .until(() -> office.get("", "/actuator/health/liveness").status() == 200);

        line.join();

        awaitReady(office);
        office.register(Office.call());
        assertThat(numbers("select number from basvuru")).hasSize(2);
    }

    @Test
    @Order(2)
    void killedUnderTheProgramTheDatabaseComesBackWithEveryAcknowledgedApplication() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            burst(node.office(), () -> {
                awaitSomeMore();
                postgres.killAndRestart();
                awaitReady(node.office());
                awaitSomeMore();
            });
            assertThat(wrong).as(node::unexpectedFailures).isEmpty();
            everyAcknowledgedStands();
        }
    }

    @Test
    @Order(3)
    void killedInAnIntakeBurstItKeepsEveryAcknowledgedApplicationWithItsOneProcess() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            burst(node.office(), () -> {
                awaitSomeMore();
                node.kill();
            });
            everyAcknowledgedStands();
            node = Node.started(settings);
        }
        for (int next = 0; next < 2; next++) {
            acknowledge(node.office().register(Office.call()));
        }
        everyAcknowledgedStands();
    }

    /** Delivers from several threads while something lasts. */
    private void burst(ProductionOffice office, Runnable meanwhile) throws InterruptedException {
        var open = new AtomicBoolean(true);
        var desks = Executors.newFixedThreadPool(DESKS);
        for (int desk = 0; desk < DESKS; desk++) {
            desks.submit(() -> {
                while (open.get()) {
                    var answer = office.post(ProductionOffice.SYSTEM, "/api/v1/basvurular", Office.call());
                    if (answer.status() == 201) {
                        acknowledge(answer.body().get("number").asText());
                    } else if (answer.status() != 503) {
                        wrong.add(answer.status() + " " + answer.response().body());
                    }
                }
            });
        }
        try {
            meanwhile.run();
        } finally {
            open.set(false);
            desks.shutdown();
        }
        assertThat(desks.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    private void acknowledge(String number) {
        if (!acknowledged.add(number)) {
            wrong.add(number + " was given twice");
        }
    }

    private void awaitSomeMore() {
        int enough = acknowledged.size() + 1 + random.nextInt(BURST);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.size() >= enough);
    }

    private static void awaitReady(ProductionOffice office) {
        await().atMost(PATIENCE)
                .until(() -> office.get("", "/actuator/health/readiness").status() == 200);
    }

    private void everyAcknowledgedStands() {
        assertThat(wrong).isEmpty();
        assertThat(acknowledged).isNotEmpty();
        assertThat(numbers("select number from basvuru")).containsAll(acknowledged);
        assertThat(
                        numbers(
                                "select number from basvuru b where (select count(*) from act_ru_execution e where e.business_key_ "
                                        + "= b.number and e.parent_id_ is null) <> 1 or (select count(*) from act_ru_task t "
                                        + "join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = b.number) <> 1"))
                .as("records without exactly one process and one task")
                .isEmpty();
        assertThat(numbers(
                        "select business_key_ from act_ru_execution where parent_id_ is null and business_key_ not in "
                                + "(select number from basvuru)"))
                .as("processes without a record")
                .isEmpty();
    }

    private List<String> numbers(String sql) {
        return JdbcClient.create(postgres.dataSource())
                .sql(sql)
                .query(String.class)
                .list();
    }
}

package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.Office;

/** What is acknowledged stands, whatever falls over. */
class FaultsIT {

    private static final int DESKS = 8;
    private static final int ENOUGH = 60;

    @Test
    void killedInAnIntakeBurstItKeepsEveryAcknowledgedApplicationWithItsOneProcess() throws Exception {
        var database = Postgres.newDatabase();
        var settings = ProductionSettings.on(Postgres.url(Postgres.port(), database));
        var jdbc = JdbcClient.create(Postgres.dataSource(database));
        Set<String> acknowledged = Collections.synchronizedSet(new HashSet<>());
        Set<String> twice = Collections.synchronizedSet(new HashSet<>());

        try (var node = Node.started(settings)) {
            People.addTo(node);
            var office = node.office();
            burst(office, acknowledged, twice, () -> {
                await().atMost(Duration.ofSeconds(180)).until(() -> acknowledged.size() >= ENOUGH);
                node.kill();
            });
        }
        int before = acknowledged.size();
        try (var node = Node.started(settings)) {
            node.office().register(Office.call());
            acknowledged.add(node.office().register(Office.call()));
        }

        assertThat(before).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(twice).as("numbers given twice").isEmpty();
        assertThat(new TreeSet<>(numbers(jdbc, "select number from basvuru"))).containsAll(acknowledged);
        assertThat(
                        numbers(
                                jdbc,
                                "select number from basvuru b where (select count(*) from act_ru_execution e where e.business_key_ "
                                        + "= b.number and e.parent_id_ is null) <> 1 or (select count(*) from act_ru_task t "
                                        + "join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = b.number) <> 1"))
                .as("records without exactly one process and one task")
                .isEmpty();
        assertThat(numbers(
                        jdbc,
                        "select business_key_ from act_ru_execution where parent_id_ is null and business_key_ not in "
                                + "(select number from basvuru)"))
                .as("processes without a record")
                .isEmpty();
    }

    @Test
    void cutOffFromItsDatabaseItSaysSoLivesAndRecoversUnaided() {
        var database = Postgres.newDatabase();
        try (var line = new CutOff(Postgres.port())) {
            var settings = new LinkedHashMap<>(ProductionSettings.on(Postgres.url(line.port(), database)));
            settings.put("spring.datasource.hikari.connection-timeout", "1000");
            try (var node = Node.started(settings)) {
                People.addTo(node);
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
                assertThat(office.get("", "/actuator/health/readiness").status())
                        .isEqualTo(503);

                line.join();

                await().atMost(Duration.ofSeconds(180))
                        .until(() ->
                                office.get("", "/actuator/health/readiness").status() == 200);
                office.register(Office.call());
                var jdbc = JdbcClient.create(Postgres.dataSource(database));
                assertThat(numbers(jdbc, "select number from basvuru")).hasSize(2);
            }
        }
    }

    /** Delivers from several threads until the program is gone. */
    private static void burst(ProductionOffice office, Set<String> acknowledged, Set<String> twice, Runnable meanwhile)
            throws InterruptedException {
        var desks = Executors.newFixedThreadPool(DESKS);
        for (int desk = 0; desk < DESKS; desk++) {
            desks.submit(() -> {
                while (true) {
                    var answer = office.post(ProductionOffice.SYSTEM, "/api/v1/basvurular", Office.call());
                    if (answer.status() == 201) {
                        var number = answer.body().get("number").asText();
                        if (!acknowledged.add(number)) {
                            twice.add(number);
                        }
                    }
                }
            });
        }
        meanwhile.run();
        desks.shutdown();
        assertThat(desks.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static List<String> numbers(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

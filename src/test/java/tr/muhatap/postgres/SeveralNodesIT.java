package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database, one of them killed in the middle of the work. */
class SeveralNodesIT {

    private static final int APPLICATIONS = 300;

    private static final Duration LOCK = Duration.ofSeconds(10);

    @Test
    void ofTwoNodesOneIsKilledAndEveryEscalationComesExactlyOnce() throws Exception {
        var database = Postgres.newDatabase();
        var jdbc = JdbcClient.create(Postgres.dataSource(database));
        var settings = new LinkedHashMap<>(ProductionSettings.on(Postgres.url(Postgres.port(), database)));
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", String.valueOf(LOCK.toMillis()));
        settings.put("camunda.bpm.job-execution.wait-time-in-millis", "500");
        settings.put("camunda.bpm.job-execution.max-wait", "1000");
        try (var one = Node.started(settings)) {
            People.addTo(one);
            register(one);
            assertThat(count(jdbc, "select count(*) from act_ru_job where handler_type_ like 'timer%'"))
                    .isEqualTo(APPLICATIONS);
            try (var other = Node.started(settings)) {
                assertThat(levels(jdbc, 1)).isZero();
                jdbc.sql("update act_ru_job set duedate_ = now() - interval '1 hour' where handler_type_ like 'timer%'")
                        .update();
                await().atMost(Duration.ofSeconds(180)).until(() -> levels(jdbc, 1) > APPLICATIONS / 5);
                one.kill();
                assertThat(levels(jdbc, 1)).as("killed in the middle").isLessThan(APPLICATIONS);

                await().atMost(LOCK.plusSeconds(120)).until(() -> levels(jdbc, 1) == APPLICATIONS);
                assertThat(other.office().get("", "/actuator/health/readiness").status())
                        .isEqualTo(200);
            }
        }
        assertThat(count(jdbc, "select count(*) from olay where action = 'SuresiDoldu'"))
                .as("once in the history of each")
                .isEqualTo(APPLICATIONS);
        assertThat(count(jdbc, "select count(*) from act_ru_task where task_def_key_ = 'Yonetici_Mudahalesi'"))
                .as("one task of the manager's for each")
                .isEqualTo(APPLICATIONS);
        assertThat(count(jdbc, "select count(*) from act_ru_incident")).isZero();
    }

    private static void register(Node node) throws Exception {
        var office = node.office();
        var desks = Executors.newFixedThreadPool(8);
        try {
            desks.invokeAll(IntStream.range(0, APPLICATIONS)
                    .mapToObj(i -> (Callable<String>) () -> office.register(Applications.on("CIMER")))
                    .toList());
        } finally {
            desks.shutdown();
        }
    }

    private static long levels(JdbcClient jdbc, int level) {
        return count(jdbc, "select count(*) from basvuru where escalation_level >= " + level);
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.Office;

/** Two nodes on one database, one of them killed in the middle of the work. */
class SeveralNodesIT {

    /** As many as profile {@code faults} wants. */
    private static final int APPLICATIONS = Integer.getInteger("muhatap.faults.timers", 150);

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOCK = Duration.ofSeconds(10);

    /** The other's clock is five minutes fast, so that it takes every lock of the first for one that has expired. */
    @Test
    void ofTwoNodesOneIsKilledAndEveryEscalationComesExactlyOnce() throws Exception {
        var database = Postgres.newDatabase();
        var jdbc = JdbcClient.create(Postgres.dataSource(database));
        var settings = new LinkedHashMap<>(ProductionSettings.on(Postgres.url(Postgres.port(), database)));
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", String.valueOf(LOCK.toMillis()));
        settings.put("camunda.bpm.job-execution.wait-time-in-millis", "500");
        settings.put("camunda.bpm.job-execution.max-wait", "1000");
        try (var one = Node.started(settings)) {
            People.addTo(one, Postgres.dataSource(database));
            register(one);
            assertThat(count(jdbc, "select count(*) from act_ru_job where handler_type_ like 'timer%'"))
                    .isEqualTo(APPLICATIONS);
            var administrator = one.office();
            assertThat(administrator.get("idris", "/dosya").status()).isEqualTo(200);
            try (var other = Node.startedAhead(settings)) {
                assertThat(levels(jdbc, 1)).isZero();
                jdbc.sql("update act_ru_job set duedate_ = now() - interval '1 hour' where handler_type_ like 'timer%'")
                        .update();
                await().atMost(drain()).until(() -> levels(jdbc, 1) > APPLICATIONS / 5);
                one.kill();
                assertThat(levels(jdbc, 1)).as("killed in the middle").isLessThan(APPLICATIONS);
                assertThat(administrator.at(other).get("idris", "/dosya").status())
                        .as("whoever signed in on the killed node is signed in")
                        .isEqualTo(200);

                await().atMost(LOCK.plus(drain())).until(() -> levels(jdbc, 1) == APPLICATIONS);
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

    @Test
    void aRollingRestartLosesNoRequest() throws Exception {
        var database = Postgres.newDatabase();
        var settings = new LinkedHashMap<>(ProductionSettings.on(Postgres.url(Postgres.port(), database)));
        settings.put("muhatap.operation.drain", "3s");
        var nodes = new ArrayList<Node>();
        try (var proxy = new Proxy()) {
            nodes.add(Node.started(settings));
            People.addTo(nodes.get(0), Postgres.dataSource(database));
            nodes.add(Node.started(settings));
            nodes.forEach(proxy::add);
            proxy.open();
            var onTheFirst = nodes.get(0).office();
            assertThat(onTheFirst.signIn("idris", Personnel.PASSWORD).header("Location"))
                    .doesNotContain("error");
            worksWithoutSigningInAgain(onTheFirst);
            var onTheSecond = onTheFirst.at(nodes.get(1));
            worksWithoutSigningInAgain(onTheSecond);

            proxy.awaitMore();
            assertThat(nodes.get(0).stop()).as("ended by SIGTERM").isEqualTo(143);
            proxy.awaitMore();
            nodes.add(Node.started(settings));
            proxy.add(nodes.get(2));
            var onTheThird = onTheSecond.at(nodes.get(2));
            worksWithoutSigningInAgain(onTheThird);
            assertThat(onTheThird
                            .post("idris", "/camunda/api/admin/auth/user/default/logout", "")
                            .status())
                    .isEqualTo(204);
            assertThat(count(onTheThird)).as("where the sign-out was").isEqualTo(401);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(count(onTheSecond))
                            .as("and soon on the other node")
                            .isEqualTo(401));
            proxy.awaitMore();
            assertThat(nodes.get(1).stop()).as("ended by SIGTERM").isEqualTo(143);
            proxy.awaitMore();
            proxy.close();

            assertThat(proxy.failed).isEmpty();
            assertThat(proxy.turnedAway)
                    .as("nodes that said in time that they end")
                    .hasSize(2);
            var jdbc = JdbcClient.create(Postgres.dataSource(database));
            assertThat(jdbc.sql("select number from basvuru")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(proxy.acknowledged);
        } finally {
            nodes.forEach(Node::close);
        }
    }

    /** Own pages, Tasklist's own copy of the engine's API with a token of its own, and the engine's API. */
    private static void worksWithoutSigningInAgain(ProductionOffice office) {
        assertThat(office.get("idris", "/dosya").status()).isEqualTo(200);
        assertThat(count(office)).isEqualTo(200);
        assertThat(office.post("idris", "/camunda/api/engine/engine/default/task/count", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(office.post("idris", "/engine-rest/task/count", "{}").status())
                .isEqualTo(200);
    }

    private static int count(ProductionOffice office) {
        return office.get("idris", "/camunda/api/engine/engine/default/task/count")
                .status();
    }

    /**
     * What stands in front of the nodes: asks each often whether it is ready, and takes those that are not out of the
     * turn.
     */
    private static final class Proxy implements AutoCloseable {

        private static final int DESKS = 4;

        /** Pause of a desk between two applications, since starting nodes need the processors too. */
        private static final Duration PAUSE = Duration.ofMillis(100);

        private final List<ProductionOffice> nodes = new CopyOnWriteArrayList<>();
        private final List<ProductionOffice> ready = new CopyOnWriteArrayList<>();
        private final List<ProductionOffice> turnedAway = new CopyOnWriteArrayList<>();
        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final List<String> failed = new CopyOnWriteArrayList<>();
        private final AtomicInteger turn = new AtomicInteger();
        private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(DESKS + 1);

        Proxy() {
            threads.scheduleWithFixedDelay(this::probe, 0, 200, TimeUnit.MILLISECONDS);
        }

        /** Gives a node its turn as soon as it is ready. */
        void add(Node node) {
            int before = ready.size();
            nodes.add(node.office());
            await().atMost(PATIENCE).until(() -> ready.size() > before);
        }

        void open() {
            for (int desk = 0; desk < DESKS; desk++) {
                threads.scheduleWithFixedDelay(this::deliver, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void probe() {
            for (var node : nodes) {
                if (node.get("", "/actuator/health/readiness").status() == 200) {
                    if (!ready.contains(node)) {
                        ready.add(node);
                    }
                } else if (ready.remove(node)) {
                    nodes.remove(node);
                    turnedAway.add(node);
                }
            }
        }

        private void deliver() {
            try {
                var turns = List.copyOf(ready);
                var answer = turns.get(turn.getAndIncrement() % turns.size())
                        .post(ProductionOffice.SYSTEM, "/api/v1/basvurular", Office.call());
                if (answer.status() != 201
                        || !acknowledged.add(answer.body().get("number").asText())) {
                    failed.add(answer.status() + " " + answer.response().body());
                }
            } catch (RuntimeException e) {
                failed.add(e.toString());
            }
        }

        void awaitMore() {
            int enough = acknowledged.size() + 20;
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= enough);
        }

        @Override
        public void close() throws InterruptedException {
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Two cores execute at least ten a second. */
    private static Duration drain() {
        return Duration.ofSeconds(90 + APPLICATIONS / 10);
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

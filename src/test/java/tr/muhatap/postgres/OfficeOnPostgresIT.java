package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.Office;
import tr.muhatap.RequiresTuning;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.notification.Dispatcher;

@PostgresTest
class OfficeOnPostgresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @LocalServerPort
    int port;

    @Autowired
    OfficeClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Dispatcher dispatcher;

    ProductionOffice office;

    @BeforeEach
    void openOffice() {
        office = new ProductionOffice(port);
    }

    @Test
    void theDatabaseIsPostgres() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
    }

    @ParameterizedTest
    @CsvSource({"ALO_153,", "BEYAZ_MASA,", "CIMER,cagri", "DIJITAL,cagri", "BILGI_EDINME,sule"})
    void anApplicationIsCarriedToItsEnd(String channel, @org.jspecify.annotations.Nullable String reviewer) {
        var number = office.register(Applications.on(channel));
        if (reviewer != null) {
            office.complete(reviewer, number, "On_Inceleme", "onInceleme", "KABUL");
        }
        office.complete(
                channel.equals("BILGI_EDINME") ? "sule" : "cagri", number, "Birime_Sevk", "birim", "fen-isleri");
        assertThat(office.put("ugur", "/api/v1/basvurular/" + number + "/cevap", Applications.ANSWER)
                        .status())
                .isBetween(200, 204);
        office.complete("ugur", number, "Cevap_Hazirlama", "birimKarari", "CEVAP");
        office.complete("cagri", number, "Cevap_Onayi", "onay", "ONAY");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(office.status(number)).isEqualTo("KAPANDI"));
        assertThat(office.tasks(number)).isEmpty();
    }

    @Test
    void fiftyIdenticalDeliveriesAtTheSameMomentMakeOneApplication() throws Exception {
        office.register(Office.call());
        var json = Office.call(Office.unique());
        var pool = Executors.newFixedThreadPool(50);
        try {
            var deliveries = IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<ProductionOffice.Answer>)
                            () -> office.post(ProductionOffice.SYSTEM, "/api/v1/basvurular", json))
                    .toList();
            var numbers = new HashSet<String>();
            int created = 0;
            for (var delivery : pool.invokeAll(deliveries)) {
                var answer = delivery.get();
                assertThat(answer.status()).isIn(200, 201);
                created += answer.status() == 201 ? 1 : 0;
                numbers.add(answer.body().get("number").asText());
            }
            assertThat(numbers).hasSize(1);
            assertThat(created).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatIsLateReachesBothManagers() {
        var number = office.register(Applications.on("CIMER"));

        timePasses(
                Duration.ofDays(40),
                () -> await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(office.tasks(number))
                                .isEqualTo("On_Inceleme Sube_Muduru_Mudahalesi Yonetici_Mudahalesi")));
    }

    @Test
    void aListOfTasksHasWhatSomebodyMaySeeAndNoMore() {
        var number = office.register(Applications.on("CIMER"));
        office.complete("cagri", number, "On_Inceleme", "onInceleme", "KABUL");
        office.complete("cagri", number, "Birime_Sevk", "birim", "fen-isleri");

        assertThat(seenBy("ugur", number)).as("its unit").isOne();
        assertThat(seenBy("cagri", number)).as("those who see all").isOne();
        assertThat(seenBy("idris", number)).as("an administrator").isOne();
        assertThat(seenBy("sule", number)).as("another group").isZero();

        jdbc.sql("insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                        + " values ('sinama', 1, 1, 'sule', 6, 'cimer', :readTask)")
                .param("readTask", ProcessDefinitionPermissions.READ_TASK.getValue())
                .update();
        assertThat(seenBy("sule", number)).as("who may see this process").isOne();
        jdbc.sql("delete from act_ru_authorization where id_ = 'sinama'").update();
    }

    /** The queries are not the engine's own here, see {@code TaskListQueryRewriter}. */
    @Test
    @RequiresTuning
    void aListOfTasksIsQueriedByGrants() {
        // The page after the sign-in has a list of its own
        seenBy("sule", "2026-0");
        RoundTrips.since(RoundTrips.REQUESTS);
        seenBy("sule", "2026-0");

        assertThat(RoundTrips.since(RoundTrips.REQUESTS).stream().filter(sql -> sql.startsWith("with GRANTED")))
                .hasSize(2)
                .noneMatch(sql -> sql.contains("distinct"));
        RoundTrips.stop();
    }

    /** As a list and as its count. */
    private int seenBy(String user, String number) {
        var answer = office.get(user, "/engine-rest/task?maxResults=5&processInstanceBusinessKey=" + number);
        assertThat(answer.status()).isEqualTo(200);
        int listed = answer.body().size();
        assertThat(office.get(user, "/engine-rest/task/count?processInstanceBusinessKey=" + number)
                        .body()
                        .get("count")
                        .asInt())
                .isEqualTo(listed);
        return listed;
    }

    /** What a step changes is sent together; the engine still has to learn that another step was faster. */
    @Test
    void aStepThatAnotherOneOvertookIsRefusedAsSuch() {
        var number = office.register(Applications.on("CIMER"));
        var task = office.task("cagri", number, "On_Inceleme");

        assertThatThrownBy(() -> inOneFlush(command -> {
                    var read = command.getTaskManager().findTaskById(task);
                    jdbc.sql("update act_ru_task set rev_ = rev_ + 1 where id_ = :task")
                            .param("task", task)
                            .update();
                    read.setPriority(7);
                    group(command, "hizli");
                }))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupId("hizli")
                        .count())
                .isZero();
    }

    /** Nor does it lose sight of which of them failed, and why. */
    @Test
    void theStatementThatFailsAmongManyIsNamed() {
        assertThatThrownBy(() -> inOneFlush(command -> {
                    group(command, "ilk");
                    jdbc.sql("insert into act_id_group (id_, rev_) values ('ikinci', 1)")
                            .update();
                    group(command, "ikinci");
                    group(command, "sonuncu");
                }))
                .hasStackTraceContaining("Database Operation 'INSERT GroupEntity[ikinci]'")
                .hasStackTraceContaining("duplicate key");

        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupIdIn("ilk", "ikinci", "sonuncu")
                        .count())
                .isZero();
    }

    @Test
    void aMailServerAwayForAnHourDelaysAMessageAndDoesNotLoseIt() {
        var isDown = new AtomicBoolean(true);
        var mailboxes = ProductionSettings.mailboxes();
        var usual = mailboxes.getMessageDeliveryHandler();
        mailboxes.setMessageDeliveryHandler((mail, recipient) -> {
            if (isDown.get()) {
                throw new MessagingException("421 not available");
            }
            return usual.handle(mail, recipient);
        });
        try {
            var number = office.register(
                    Office.application("DIJITAL", "\"email\":\"" + Office.unique() + "@ornek.example\""));
            for (int quarter = 0; quarter < 4; quarter++) {
                timePasses(Duration.ofMinutes(15L * quarter), dispatcher::sendDue);
            }
            assertThat(receipt(number)).isEqualTo("BEKLIYOR");

            isDown.set(false);
            timePasses(
                    Duration.ofHours(2),
                    () -> await().atMost(PATIENCE).untilAsserted(() -> {
                        dispatcher.sendDue();
                        assertThat(receipt(number)).isEqualTo("GONDERILDI");
                    }));
        } finally {
            mailboxes.setMessageDeliveryHandler(usual);
        }
    }

    private String receipt(String number) {
        return jdbc.sql("select status from mesaj where message_key = :key")
                .param("key", number + ":kayit")
                .query(String.class)
                .single();
    }

    private void inOneFlush(Consumer<CommandContext> work) {
        ((ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    work.accept(command);
                    return null;
                });
    }

    private static void group(CommandContext command, String id) {
        command.getDbEntityManager().insert(new GroupEntity(id));
    }

    private void timePasses(Duration by, Runnable meanwhile) {
        clock.setOffset(by);
        ClockUtil.offset(by.toMillis());
        wakeTheIdleExecutor();
        try {
            meanwhile.run();
        } finally {
            clock.setOffset(Duration.ZERO);
            ClockUtil.reset();
        }
    }

    /** An executor that found nothing to do sleeps up to a minute, and a moved clock does not wake it. */
    private void wakeTheIdleExecutor() {
        ((ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getJobExecutor()
                .jobWasAdded();
    }
}

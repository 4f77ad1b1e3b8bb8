package tr.muhatap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine in its default configuration, with full history and its own indexes only, with our models and with
 * delegates that do nothing.
 */
final class BareEngine implements AutoCloseable, OfficeBench.Contestant {

    private static final Pattern BEAN = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");

    /** Name, claimant, element and decision of each step. */
    private static final List<String[]> STEPS = List.of(
            new String[] {"review", "cagri", "On_Inceleme", "onInceleme", "KABUL"},
            new String[] {"route", "cagri", "Birime_Sevk", "birim", "fen-isleri"},
            new String[] {"answer", "ugur", "Cevap_Hazirlama", "birimKarari", "CEVAP"},
            new String[] {"approve", "cagri", "Cevap_Onayi", "onay", "ONAY"});

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final AtomicInteger numbers = new AtomicInteger(100_000);

    /** Does nothing. */
    private static class Nothing implements JavaDelegate, TaskListener, ExecutionListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}

        @Override
        public void notify(DelegateExecution execution) {}
    }

    /** Returns what the record would: the instant of the second level. */
    private static final class SecondLimit extends Nothing {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("ikinciSinir", Date.from(Instant.now().plus(Duration.ofDays(3))));
        }

        @Override
        public void notify(DelegateExecution execution) {
            execute(execution);
        }
    }

    BareEngine(DataSource dataSource) throws IOException {
        this.dataSource = dataSource;
        jdbc = JdbcClient.create(dataSource);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(true);
        String cimer = Files.readString(Path.of("bpmn/cimer.bpmn"));
        String escalation = Files.readString(Path.of("bpmn/gecikme-yukseltme.bpmn"));
        Map<Object, Object> beans = new HashMap<>();
        for (var model : new String[] {cimer, escalation}) {
            BEAN.matcher(model).results().forEach(found -> beans.put(found.group(1), new Nothing()));
        }
        beans.put("gecikmeKaydi", new SecondLimit());
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("cimer.bpmn", cimer)
                .addString("gecikme-yukseltme.bpmn", escalation)
                .deploy();
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public String name() {
        return "bare engine";
    }

    @Override
    public void lifecycle(int run) {
        carry(started());
    }

    private String started() {
        String number = "2026-" + numbers.incrementAndGet();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "cimer",
                        number,
                        Map.of(
                                "basvuruNo",
                                number,
                                "kanal",
                                "CIMER",
                                "incelemeGerekli",
                                true,
                                "gecSaati",
                                Date.from(Instant.now().plus(Duration.ofDays(15)))));
        return number;
    }

    private void carry(String number) {
        for (var step : STEPS) {
            does(number, step);
        }
    }

    private void does(String number, String[] step) {
        String task = task(number, step[2]);
        engine.getTaskService().claim(task, step[1]);
        engine.getTaskService().complete(task, Map.of(step[3], step[4]));
    }

    private String task(String number, String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult()
                .getId();
    }

    @Override
    public long unfinished() {
        return OfficeBench.count(
                jdbc, "select count(*) from act_ru_job where handler_type_ = 'async-continuation' and retries_ > 0");
    }

    /** Of each operation, counted as the program's are; a look for the task is nobody's there either. */
    Map<String, Integer> roundTrips() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
        lifecycle(0);
        runsTheJob();
        String mine = Thread.currentThread().getName();
        var trips = new LinkedHashMap<String, Integer>();
        RoundTrips.since(mine);
        String number = started();
        trips.put("intake", RoundTrips.since(mine).size());
        for (var step : STEPS) {
            var task = task(number, step[2]);
            RoundTrips.since(mine);
            engine.getTaskService().claim(task, step[1]);
            trips.put("claim", RoundTrips.since(mine).size());
            engine.getTaskService().complete(task, Map.of(step[3], step[4]));
            trips.put(step[0], RoundTrips.since(mine).size());
        }
        runsTheJob();
        trips.put("send", RoundTrips.since(mine).size());
        int all = trips.values().stream().mapToInt(Integer::intValue).sum();
        trips.put("lifecycle", all + 3 * trips.getOrDefault("claim", 0));
        return trips;
    }

    private void runsTheJob() {
        var jobs = engine.getManagementService();
        String job = jobs.createJobQuery().messages().singleResult().getId();
        RoundTrips.since(Thread.currentThread().getName());
        jobs.executeJob(job);
    }

    String reviewed() {
        String number = started();
        does(number, STEPS.get(0));
        return number;
    }

    String closed() {
        String number = started();
        carry(number);
        while (unfinished() > 0) {
            Thread.onSpinWait();
        }
        return number;
    }

    @Override
    public void close() {
        engine.close();
    }
}

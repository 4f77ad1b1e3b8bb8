package tr.muhatap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
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

/** The engine as it comes, full history and its own indexes alone, with our models and with delegates that do nothing. */
final class BareEngine implements AutoCloseable, OfficeBench.Contestant {

    private static final Pattern BEAN = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final AtomicInteger numbers = new AtomicInteger(100_000);

    /** Does nothing, wherever it is called. */
    private static class Nothing implements JavaDelegate, TaskListener, ExecutionListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}

        @Override
        public void notify(DelegateExecution execution) {}
    }

    /** Answers what the record would: the instant of the second level. */
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

    BareEngine(String database) throws IOException {
        dataSource = Postgres.dataSource(database);
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

    void wake() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
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
        does("cagri", number, "On_Inceleme", "onInceleme", "KABUL");
        does("cagri", number, "Birime_Sevk", "birim", "fen-isleri");
        does("ugur", number, "Cevap_Hazirlama", "birimKarari", "CEVAP");
        does("cagri", number, "Cevap_Onayi", "onay", "ONAY");
    }

    private void does(String user, String number, String element, String variable, String value) {
        var tasks = engine.getTaskService();
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
        tasks.claim(task.getId(), user);
        tasks.complete(task.getId(), Map.of(variable, value));
    }

    @Override
    public long unfinished() {
        return OfficeBench.count(
                jdbc, "select count(*) from act_ru_job where handler_type_ = 'async-continuation' and retries_ > 0");
    }

    String reviewed() {
        String number = started();
        does("cagri", number, "On_Inceleme", "onInceleme", "KABUL");
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

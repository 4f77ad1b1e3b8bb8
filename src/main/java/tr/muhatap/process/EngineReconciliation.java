package tr.muhatap.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Status;
import tr.muhatap.engine.BoundaryTimers;
import tr.muhatap.engine.JobRetries;
import tr.muhatap.operation.EngineComparison;
import tr.muhatap.operation.FindingKind;
import tr.muhatap.text.Texts;

/**
 * Compares open records with running processes, by one statement per kind of finding, so that each sees a consistent
 * snapshot. Only open records and running instances are read, not closed applications.
 */
@Component
class EngineReconciliation implements EngineComparison {

    /** Time the engine may take for due work before it is reported. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final List<String> OPEN = Arrays.stream(Status.values())
            .filter(status -> status != Status.KAPANDI)
            .map(Status::name)
            .toList();

    private static final String INSTANCE_OF_RECORD =
            "from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ "
                    + "where e.business_key_ = b.number and e.parent_id_ is null and ";

    private static final String JOB_OF_INSTANCE = "from act_ru_job j join act_ru_jobdef k on k.id_ = j.job_def_id_ "
            + "where j.process_instance_id_ = e.id_ and k.act_id_ = ";

    private static final String RECORD_WITH_INSTANCE =
            "from basvuru b join act_ru_execution e on e.business_key_ = b.number and e.parent_id_ is null "
                    + "join act_re_procdef d on d.id_ = e.proc_def_id_ ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BasvuruRegister register;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final RepositoryService repositoryService;
    private final BoundaryTimers timers;
    private final BoardReconciliation board;

    EngineReconciliation(
            JdbcClient jdbc,
            Clock clock,
            BasvuruRegister register,
            RuntimeService runtimeService,
            ManagementService managementService,
            RepositoryService repositoryService,
            BoundaryTimers timers,
            BoardReconciliation board) {
        this.board = board;
        this.jdbc = jdbc;
        this.clock = clock;
        this.register = register;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.repositoryService = repositoryService;
        this.timers = timers;
    }

    @Override
    public List<Found> compare(int most) {
        var found = new ArrayList<Found>();
        found.addAll(suspended(most));
        found.addAll(deadTimers(most));
        found.addAll(earlyEscalations(most));
        found.addAll(recordsWithoutProcess(most));
        found.addAll(processesWithoutRecord(most));
        found.addAll(escalationsWithoutProcess(most));
        found.addAll(missingTimers(most));
        found.addAll(wrongTimers(most));
        found.addAll(late(most));
        found.addAll(board.compare(most, PATIENCE));
        return found;
    }

    // What is found

    private List<Found> recordsWithoutProcess(int most) {
        return query(
                FindingKind.SURECSIZ_KAYIT,
                "select b.number, '' from basvuru b where b.status in (:open) and not exists (select 1 "
                        + INSTANCE_OF_RECORD + "d.key_ in (:channels)) "
                        + "union all select m.number, 'muracaat' from muracaat m where m.answered_at is null "
                        + "and not exists (select 1 from act_ru_execution e join act_re_procdef d "
                        + "on d.id_ = e.proc_def_id_ where e.business_key_ = m.number and e.parent_id_ is null "
                        + "and d.key_ = 'muracaat')",
                most);
    }

    private List<Found> processesWithoutRecord(int most) {
        return query(
                FindingKind.KAYITSIZ_SUREC,
                "select coalesce(e.business_key_, ''), e.id_ from act_ru_execution e "
                        + "join act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null and ("
                        + "(d.key_ in (:channels, 'gecikme-yukseltme') and not exists (select 1 from basvuru b "
                        + "where b.number = e.business_key_ and b.status <> 'KAPANDI')) "
                        + "or (d.key_ = 'muracaat' and not exists (select 1 from muracaat m "
                        + "where m.number = e.business_key_ and m.answered_at is null)))",
                most);
    }

    private List<Found> late(int most) {
        return query(
                FindingKind.YUKSELTILMEMIS,
                "select b.number, '' from basvuru b where b.status in (:open) and ("
                        + "(b.escalation_level = 0 and b.deadline_late_from <= :overdue) "
                        + "or (b.escalation_level = 1 and b.second_limit <= :overdue))",
                most);
    }

    private List<Found> earlyEscalations(int most) {
        return query(
                FindingKind.ERKEN_YUKSELTME,
                "select b.number, '' from basvuru b where b.status in (:open) and b.escalation_level > 0 "
                        + "and b.deadline_late_from > :now",
                most);
    }

    private List<Found> escalationsWithoutProcess(int most) {
        return query(
                FindingKind.SURECSIZ_YUKSELTME,
                "select b.number, '' from basvuru b where b.status in (:open) and b.escalation_level = 1 "
                        + "and b.deadline_late_from <= :now and exists (select 1 " + INSTANCE_OF_RECORD
                        + "d.key_ in (:channels)) and not exists (select 1 " + INSTANCE_OF_RECORD
                        + "d.key_ = 'gecikme-yukseltme')",
                most);
    }

    private List<Found> missingTimers(int most) {
        return query(
                FindingKind.EKSIK_SAYAC,
                "select b.number, e.id_ " + RECORD_WITH_INSTANCE + "where b.status in (:open) and ("
                        + "(b.escalation_level = 0 and d.key_ in (:channels) and not exists (select 1 "
                        + JOB_OF_INSTANCE + "'Sure_Doldu')) "
                        + "or (b.escalation_level = 1 and d.key_ = 'gecikme-yukseltme' and not exists (select 1 "
                        + JOB_OF_INSTANCE + "'Ikinci_Sinir')))",
                most);
    }

    /** A failed timer is due at its next retry, which is not reported; one that is further away is. */
    private List<Found> wrongTimers(int most) {
        return query(
                FindingKind.YANLIS_SAYAC,
                "select b.number, j.id_ " + RECORD_WITH_INSTANCE
                        + "join act_ru_job j on j.process_instance_id_ = e.id_ "
                        + "join act_ru_jobdef k on k.id_ = j.job_def_id_ where b.status in (:open) and ("
                        + "(b.escalation_level = 0 and d.key_ in (:channels) and k.act_id_ = 'Sure_Doldu' "
                        + "and j.duedate_ <> b.deadline_late_from) "
                        + "or (b.escalation_level = 1 and d.key_ = 'gecikme-yukseltme' and k.act_id_ = 'Ikinci_Sinir' "
                        + "and j.duedate_ <> b.second_limit)) "
                        + "and (j.exception_msg_ is null or j.duedate_ > :soon)",
                most);
    }

    /** All timers: limits, lapses of fees, waits for completion, and limits of recourses. */
    private List<Found> deadTimers(int most) {
        return query(
                FindingKind.OLU_SAYAC,
                "select coalesce(e.business_key_, ''), j.id_ from act_ru_job j "
                        + "join act_ru_execution e on e.id_ = j.process_instance_id_ "
                        + "where j.type_ = 'timer' and j.retries_ <= 0",
                most);
    }

    private List<Found> suspended(int most) {
        return query(
                FindingKind.ASKIDA,
                "select coalesce(e.business_key_, ''), e.id_ from act_ru_execution e "
                        + "where e.parent_id_ is null and (e.suspension_state_ <> 1 or exists (select 1 from act_ru_job j "
                        + "where j.process_instance_id_ = e.id_ and j.suspension_state_ <> 1))",
                most);
    }

    private List<Found> query(FindingKind kind, String sql, int most) {
        var now = clock.instant();
        return jdbc.sql(sql + " limit :most")
                .params(Map.of(
                        "open", OPEN,
                        "channels", List.of(ProcessNames.Keys.channels()),
                        "now", now.atOffset(ZoneOffset.UTC),
                        "overdue", now.minus(PATIENCE).atOffset(ZoneOffset.UTC),
                        "soon", Timestamp.from(now.plus(PATIENCE)),
                        "most", most))
                .query((row, index) -> new Found(kind, row.getString(1), row.getString(2)))
                .list();
    }

    // What is mended

    @Override
    @Transactional
    public boolean mend(Found found) {
        if (BoardReconciliation.isOurs(found)) {
            return board.mend(found);
        }
        return switch (found.kind()) {
            case ASKIDA -> activate(found.subject());
            case OLU_SAYAC -> giveTries(found.subject());
            case ERKEN_YUKSELTME -> {
                register.withdrawEarlyEscalation(found.number());
                yield true;
            }
            case EKSIK_SAYAC, YANLIS_SAYAC -> isTimerSet(register.get(found.number()));
            case SURECSIZ_YUKSELTME -> isEscalationStarted(register.get(found.number()));
            case SURECSIZ_KAYIT, KAYITSIZ_SUREC, YUKSELTILMEMIS -> false;
        };
    }

    private boolean activate(String instance) {
        runtimeService.activateProcessInstanceById(instance);
        managementService.createJobQuery().processInstanceId(instance).suspended().list().stream()
                .map(Job::getId)
                .forEach(managementService::activateJobById);
        return true;
    }

    private boolean giveTries(String job) {
        managementService.setJobRetries(job, JobRetries.TRIES);
        return true;
    }

    private boolean isTimerSet(Basvuru basvuru) {
        if (!basvuru.isOpen()) {
            return false;
        }
        if (basvuru.escalationLevel() == 0) {
            return instance(basvuru, ProcessNames.Keys.channels())
                    .map(instance -> timers.set(
                            instance.getId(),
                            ProcessNames.Elements.SURE_DOLDU,
                            ProcessNames.Variables.GEC_SAATI,
                            Date.from(basvuru.deadline().lateFrom())))
                    .orElse(false);
        }
        var second = basvuru.secondLimit();
        return second != null
                && basvuru.escalationLevel() == 1
                && instance(basvuru, ProcessNames.Keys.GECIKME_YUKSELTME)
                        .map(instance -> timers.set(
                                instance.getId(),
                                ProcessNames.Elements.IKINCI_SINIR,
                                ProcessNames.Variables.IKINCI_SINIR,
                                Date.from(second)))
                        .orElse(false);
    }

    /** Recreates the manager's task, even if it may be a repetition. */
    private boolean isEscalationStarted(Basvuru basvuru) {
        if (!basvuru.isOpen()
                || basvuru.escalationLevel() != 1
                || instance(basvuru, ProcessNames.Keys.GECIKME_YUKSELTME).isPresent()) {
            return false;
        }
        var process = instance(basvuru, ProcessNames.Keys.channels());
        process.ifPresent(instance -> runtimeService
                .createProcessInstanceModification(instance.getId())
                .startBeforeActivity(ProcessNames.Elements.GECIKME)
                .execute());
        return process.isPresent();
    }

    private Optional<ProcessInstance> instance(Basvuru basvuru, String... keys) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(basvuru.number())
                .processDefinitionKeyIn(keys)
                .list()
                .stream()
                .findFirst();
    }

    // What is stuck

    @Override
    public List<Stuck> stuck(int most) {
        return jdbc.sql(
                        "select e.business_key_, i.proc_def_id_, i.activity_id_, i.incident_msg_, i.incident_timestamp_ "
                                + "from act_ru_incident i left join act_ru_execution e on e.id_ = i.proc_inst_id_ "
                                + "where i.id_ = i.root_cause_incident_id_ order by i.incident_timestamp_ limit :most")
                .param("most", most)
                .query((row, index) -> stuck(row))
                .list();
    }

    private Stuck stuck(ResultSet row) throws SQLException {
        return new Stuck(
                row.getString(1),
                nameOf(row.getString(2), row.getString(3)),
                ProcessNames.Elements.CEVABI_GONDER.equals(row.getString(3))
                        ? Texts.of("process.engine-reconciliation.cevap-iletilemedi-basvuru-acik-kaldi")
                        : Texts.of("process.engine-reconciliation.adim-butun-denemelerinde-basarisiz-oldu"),
                row.getString(4),
                row.getTimestamp(5).toInstant());
    }

    private String nameOf(@Nullable String definition, @Nullable String activity) {
        if (definition == null || activity == null) {
            return Texts.of("process.engine-reconciliation.bilinmeyen-adim");
        }
        return repositoryService.getBpmnModelInstance(definition).getModelElementById(activity)
                                instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : activity;
    }
}

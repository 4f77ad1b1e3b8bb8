package tr.muhatap.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.UnitDecision;
import tr.muhatap.engine.BoundaryTimers;

/**
 * Applies changes of the record outside of a task to its process, in the same transaction: correlates messages, and
 * moves timers and due dates to the limit.
 */
@Component
class ProcessUpdater {

    /** Due date of a timer that must not fire. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final BoundaryTimers timers;

    ProcessUpdater(
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            BoundaryTimers timers) {
        this.timers = timers;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
    }

    @EventListener
    void extended(BasvuruEvent.SureUzatildi event) {
        moveLimit(event);
        correlate(event, ProcessNames.Messages.SURE_UZATILDI);
    }

    /** Ends the unit's task and waits for payment; the limit is moved first, so that it cannot pass meanwhile. */
    @EventListener
    void feeNotified(BasvuruEvent.UcretBildirildi event) {
        moveLimit(event);
        var task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(event.number())
                .taskDefinitionKey(ProcessNames.Elements.CEVAP_HAZIRLAMA)
                .singleResult();
        runtimeService.setVariable(
                task.getProcessInstanceId(), ProcessNames.Variables.UCRET_SONU, lapse(event.unpaidFrom()));
        taskService.complete(
                task.getId(), java.util.Map.of(ProcessNames.Variables.BIRIM_KARARI, UnitDecision.UCRET.name()));
    }

    /** For a notice by post, the lapse is unknown until its service is entered. */
    private static Date lapse(@Nullable Instant unpaidFrom) {
        return Date.from(unpaidFrom == null ? NEVER : unpaidFrom);
    }

    @EventListener
    void periodToPaySet(BasvuruEvent.OdemeSuresiBelirlendi event) {
        moveLapse(moveLimit(event), event.unpaidFrom());
    }

    /** Nothing lapses while the proof of payment is to be checked. */
    @EventListener
    void receiptSubmitted(BasvuruEvent.OdemeBelgesiSunuldu event) {
        moveLapse(instances(event.number()), null);
    }

    @EventListener
    void receiptRefused(BasvuruEvent.OdemeBelgesiKabulEdilmedi event) {
        moveLapse(moveLimit(event), event.unpaidFrom());
    }

    private void moveLapse(List<ProcessInstance> instances, @Nullable Instant unpaidFrom) {
        var lapse = lapse(unpaidFrom);
        instances.stream()
                .filter(instance -> List.of(ProcessNames.Keys.channels()).contains(instance.getProcessDefinitionKey()))
                .forEach(instance ->
                        runtimeService.setVariable(instance.getId(), ProcessNames.Variables.UCRET_SONU, lapse));
        move(instances, ProcessNames.Elements.UCRET_SURESI_DOLDU, lapse);
    }

    @EventListener
    void extensionLost(BasvuruEvent.UzatmaUlasmadi event) {
        moveLimit(event);
    }

    @EventListener
    void paid(BasvuruEvent.UcretOdendi event) {
        moveLimit(event);
        correlate(event, ProcessNames.Messages.UCRET_ODENDI);
    }

    @EventListener
    void completed(BasvuruEvent.EksikTamamlandi event) {
        correlate(event, ProcessNames.Messages.EKSIK_TAMAMLANDI);
    }

    @EventListener
    void withdrawn(BasvuruEvent.GeriCekildi event) {
        correlate(event, ProcessNames.Messages.BASVURU_GERI_CEKILDI);
    }

    @EventListener
    void holidaysChanged(BasvuruEvent.TatilSureyiDegistirdi event) {
        var instances = moveLimit(event);
        if (event.unpaidFrom() != null) {
            move(instances, ProcessNames.Elements.UCRET_SURESI_DOLDU, Date.from(event.unpaidFrom()));
        }
        if (event.incompleteUntil() != null) {
            move(instances, ProcessNames.Elements.EKSIK_SURESI_DOLDU, Date.from(event.incompleteUntil()));
        }
    }

    /** Ends the managers' open tasks and recreates the fired timer at the new limit. */
    @EventListener
    void escalationWithdrawn(BasvuruEvent.YukseltmeGeriAlindi event) {
        if (event.secondLimit() != null) {
            withdrawSecondLevel(event.number(), Date.from(event.secondLimit()));
            return;
        }
        var channels = List.of(ProcessNames.Keys.channels());
        instances(event.number()).stream()
                .filter(instance -> channels.contains(instance.getProcessDefinitionKey()))
                .forEach(instance -> {
                    endEscalations(instance.getId());
                    timers.set(
                            instance.getId(),
                            ProcessNames.Elements.SURE_DOLDU,
                            ProcessNames.Variables.GEC_SAATI,
                            Date.from(event.lateFrom()));
                });
    }

    /**
     * Ends the director's task and recreates the timer before it; if both managers have decided, the escalation starts
     * again.
     */
    private void withdrawSecondLevel(String number, Date secondLimit) {
        var channels = List.of(ProcessNames.Keys.channels());
        var instances = instances(number);
        var escalation = instances.stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals(ProcessNames.Keys.GECIKME_YUKSELTME))
                .map(ProcessInstance::getId)
                .findFirst();
        if (escalation.isEmpty()) {
            instances.stream()
                    .filter(instance -> channels.contains(instance.getProcessDefinitionKey()))
                    .forEach(instance -> runtimeService
                            .createProcessInstanceModification(instance.getId())
                            .startBeforeActivity(ProcessNames.Elements.GECIKME)
                            .execute());
            return;
        }
        runtimeService.setVariable(escalation.get(), ProcessNames.Variables.IKINCI_SINIR, secondLimit);
        var modification = runtimeService
                .createProcessInstanceModification(escalation.get())
                .startBeforeActivity(ProcessNames.Elements.IKINCI_SINIR);
        if (runtimeService
                        .getActivityInstance(escalation.get())
                        .getActivityInstances(ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI)
                        .length
                > 0) {
            modification.cancelAllForActivity(ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI);
        }
        modification.execute();
    }

    private void endEscalations(String instance) {
        var open = runtimeService.getActivityInstance(instance).getActivityInstances(ProcessNames.Elements.GECIKME);
        if (open.length > 0) {
            runtimeService
                    .createProcessInstanceModification(instance)
                    .cancelAllForActivity(ProcessNames.Elements.GECIKME)
                    .execute();
        }
    }

    @EventListener
    void recourseMoved(BasvuruEvent.MuracaatSuresiDegisti event) {
        var lateFrom = Date.from(event.lateFrom());
        var instances = instances(event.number());
        setLimit(instances, lateFrom, ProcessNames.Keys.MURACAAT);
        move(instances, ProcessNames.Elements.ILK_MURACAAT_SURESI_DOLDU, lateFrom);
        dateTasks(event.number(), lateFrom, ProcessNames.Keys.MURACAAT);
    }

    private void correlate(BasvuruEvent event, String message) {
        runtimeService
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(event.number())
                .correlate();
    }

    /** Returns the application's processes, since a holiday moves ten thousand of them and each query counts. */
    private List<ProcessInstance> moveLimit(BasvuruEvent.LimitMoved event) {
        var lateFrom = Date.from(event.lateFrom());
        var instances = instances(event.number());
        setLimit(instances, lateFrom, ProcessNames.Keys.channels());
        move(instances, ProcessNames.Elements.SURE_DOLDU, lateFrom);
        if (event.secondLimit() != null) {
            move(instances, ProcessNames.Elements.IKINCI_SINIR, Date.from(event.secondLimit()));
        }
        dateTasks(event.number(), lateFrom, ProcessNames.Keys.withTheLimit());
        return instances;
    }

    private List<ProcessInstance> instances(String number) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    private void setLimit(List<ProcessInstance> instances, Date lateFrom, String... processes) {
        instances.stream()
                .filter(instance -> List.of(processes).contains(instance.getProcessDefinitionKey()))
                .forEach(instance ->
                        runtimeService.setVariable(instance.getId(), ProcessNames.Variables.GEC_SAATI, lateFrom));
    }

    private void dateTasks(String number, Date lateFrom, String... processes) {
        taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKeyIn(processes)
                .list()
                .forEach(task -> {
                    task.setDueDate(ApplicationTaskProperties.lastMomentBefore(lateFrom));
                    taskService.saveTask(task);
                });
    }

    /** Moves a timer of the application; one that has fired does not exist any more. */
    private void move(List<ProcessInstance> instances, String timer, Date to) {
        instances.forEach(instance -> managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .list()
                .forEach(job -> managementService.setJobDuedate(job.getId(), to)));
    }
}

package tr.muhatap.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BoardClock;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.engine.BoundaryTimers;

/**
 * One process per request of the Board: started, moved and ended with the clock of its objection, in one transaction.
 */
@Component
class BoardProcesses {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final ItirazRegister register;
    private final BoundaryTimers timers;

    BoardProcesses(
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            ItirazRegister register,
            BoundaryTimers timers) {
        this.timers = timers;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.register = register;
    }

    @EventListener
    void start(BoardClock.Started clock) {
        var variables = Variables.createVariables()
                .putValue(ProcessNames.Variables.BASVURU_NO, clock.number())
                .putValue(ProcessNames.Variables.ITIRAZ, clock.objection())
                .putValue(ProcessNames.Variables.GEC_SAATI, Date.from(clock.lateFrom()));
        if (clock.topic() != null) {
            variables.putValue(ProcessNames.Variables.KONU, clock.topic());
        }
        runtimeService.startProcessInstanceByKey(ProcessNames.Keys.KURUL_ITIRAZI, clock.number(), variables);
    }

    /** Moves timers and due dates; ends escalations whose limit moved into the future. */
    @EventListener
    void move(BoardClock.Moved clock) {
        of(clock).list().forEach(instance -> {
            endEscalations(instance, clock.escalationLevel());
            setTimer(instance, clock);
            var lateFrom = Date.from(clock.lateFrom());
            taskService
                    .createTaskQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(task -> {
                        task.setDueDate(ApplicationTaskProperties.lastMomentBefore(lateFrom));
                        taskService.saveTask(task);
                    });
        });
    }

    /** Sets the timer that the record requires, creating it if it is missing. */
    private void setTimer(ProcessInstance instance, BoardClock.Moved clock) {
        var second = clock.secondLimit();
        runtimeService.setVariable(instance.getId(), ProcessNames.Variables.GEC_SAATI, Date.from(clock.lateFrom()));
        if (clock.escalationLevel() == 0) {
            timers.set(
                    instance.getId(),
                    ProcessNames.Elements.KURUL_SURESI_DOLDU,
                    ProcessNames.Variables.GEC_SAATI,
                    Date.from(clock.lateFrom()));
        } else if (clock.escalationLevel() == 1 && second != null) {
            runtimeService.setVariable(instance.getId(), ProcessNames.Variables.IKINCI_SINIR, Date.from(second));
            var standing = managementService
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(ProcessNames.Elements.KURUL_IKINCI_SINIR)
                    .list();
            standing.forEach(job -> managementService.setJobDuedate(job.getId(), Date.from(second)));
            if (standing.isEmpty()) {
                runtimeService
                        .createProcessInstanceModification(instance.getId())
                        .startBeforeActivity(ProcessNames.Elements.KURUL_IKINCI_SINIR)
                        .execute();
            }
        }
    }

    private void endEscalations(ProcessInstance instance, int level) {
        var ended = level == 0
                ? List.of(
                        ProcessNames.Elements.KURUL_YONETICI_MUDAHALESI,
                        ProcessNames.Elements.KURUL_IKINCI_SINIR,
                        ProcessNames.Elements.KURUL_SUBE_MUDURU_MUDAHALESI)
                : level == 1 ? List.of(ProcessNames.Elements.KURUL_SUBE_MUDURU_MUDAHALESI) : List.<String>of();
        var open = runtimeService.getActivityInstance(instance.getId());
        ended.stream()
                .filter(element -> open.getActivityInstances(element).length > 0)
                .forEach(element -> runtimeService
                        .createProcessInstanceModification(instance.getId())
                        .cancelAllForActivity(element)
                        .execute());
    }

    /**
     * Repairs the process of a clock: starts it if it is missing, and sets its timer.
     *
     * @return false if the clock is not running any more
     */
    boolean isMended(long objection) {
        var clock = register.clock(objection);
        clock.ifPresent(moved -> {
            if (of(moved).count() == 0) {
                register.running().stream()
                        .filter(running -> running.objection() == objection)
                        .forEach(this::start);
            } else {
                move(moved);
            }
        });
        return clock.isPresent();
    }

    @EventListener
    void stop(BoardClock.Stopped clock) {
        of(clock)
                .list()
                .forEach(instance -> runtimeService
                        .createMessageCorrelation(ProcessNames.Messages.KURUL_ISLEMI_KAPANDI)
                        .processInstanceId(instance.getId())
                        .correlate());
    }

    /**
     * Starts missing processes, for objections of a version that had none.
     *
     * @return how many
     */
    int startMissing() {
        int started = 0;
        for (var clock : register.running()) {
            if (of(clock).count() == 0) {
                start(clock);
                started++;
            }
        }
        return started;
    }

    private ProcessInstanceQuery of(BoardClock clock) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ProcessNames.Keys.KURUL_ITIRAZI)
                .processInstanceBusinessKey(clock.number())
                .variableValueEquals(ProcessNames.Variables.ITIRAZ, clock.objection());
    }
}

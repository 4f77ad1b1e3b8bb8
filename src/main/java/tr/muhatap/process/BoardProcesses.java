package tr.muhatap.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BoardClock;
import tr.muhatap.basvuru.ItirazRegister;

/** One process for each request of the Board: it starts, follows and ends with the clock of its objection, in one transaction. */
@Component
class BoardProcesses {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final ItirazRegister register;

    BoardProcesses(
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            ItirazRegister register) {
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

    @EventListener
    void move(BoardClock.Moved clock) {
        of(clock).list().forEach(instance -> {
            var lateFrom = Date.from(clock.lateFrom());
            runtimeService.setVariable(instance.getId(), ProcessNames.Variables.GEC_SAATI, lateFrom);
            move(instance, ProcessNames.Elements.KURUL_SURESI_DOLDU, clock.lateFrom());
            move(instance, ProcessNames.Elements.KURUL_IKINCI_SINIR, clock.secondLimit());
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

    private void move(ProcessInstance instance, String timer, @Nullable Instant to) {
        if (to != null) {
            managementService
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(timer)
                    .list()
                    .forEach(job -> managementService.setJobDuedate(job.getId(), Date.from(to)));
        }
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
     * Starts what runs in the record and has no process: objections of a version that had none.
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

package tr.muhatap.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ActivityExecutionTreeMapping;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Re-creates a timer of a running instance. A non-interrupting boundary timer fires once, and the engine's API can
 * neither start it again nor recreate a deleted job.
 */
@Component
public class BoundaryTimers {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;

    /** Resolved lazily: the engine is built with beans that depend on this one. */
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    BoundaryTimers(
            RuntimeService runtimeService,
            ManagementService managementService,
            ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.engine = engine;
    }

    /**
     * Sets the timer to an instant, with all its retries; creates it if it does not exist.
     *
     * @param variable from which the model takes the instant
     * @return whether the instance is at an activity that has this timer
     */
    public boolean set(String instance, String activity, String variable, Date due) {
        runtimeService.setVariable(instance, variable, due);
        var standing = jobs(instance, activity);
        if (standing.isEmpty()) {
            return engine.getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> start(context, instance, activity));
        }
        standing.forEach(job -> {
            managementService.setJobDuedate(job.getId(), due);
            if (job.getRetries() < JobRetries.TRIES) {
                managementService.setJobRetries(job.getId(), JobRetries.TRIES);
            }
            if (job.isSuspended()) {
                managementService.activateJobById(job.getId());
            }
        });
        return true;
    }

    private List<Job> jobs(String instance, String activity) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .list();
    }

    private static boolean start(CommandContext context, String instance, String activity) {
        var definition =
                context.getExecutionManager().findExecutionById(instance).getProcessDefinition();
        var element = definition.findActivity(activity);
        if (element == null) {
            return false;
        }
        return Stream.<PvmScope>of(element.getEventScope(), element)
                .filter(Objects::nonNull)
                .flatMap(scope -> declaration(scope, activity).stream()
                        .flatMap(timer -> executions(context, instance, scope).map(timer::createTimerInstance)))
                .findFirst()
                .isPresent();
    }

    private static Optional<TimerDeclarationImpl> declaration(PvmScope scope, String activity) {
        return Optional.ofNullable(
                TimerDeclarationImpl.getDeclarationsForScope(scope).get(activity));
    }

    private static Stream<ExecutionEntity> executions(CommandContext context, String instance, PvmScope scope) {
        return new ActivityExecutionTreeMapping(context, instance)
                .getExecutions((org.camunda.bpm.engine.impl.pvm.process.ScopeImpl) scope).stream();
    }
}

package tr.muhatap.engine.security;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.management.SetJobRetriesBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import tr.muhatap.engine.EngineRefusalCode;
import tr.muhatap.engine.JobRetries;
import tr.muhatap.engine.TaskDecisionRule;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * Restricts the engine's services for users: a task is completed with its own decision only, claimed and unclaimed for
 * oneself only, and only jobs of failed deliveries can be retried. Calls of the program itself, without an
 * authenticated user, are not restricted.
 *
 * <p>Replaces {@code TaskServiceImpl}, {@code FormServiceImpl}, {@code ManagementServiceImpl} and {@code
 * AuthorizationCommandChecker} of Camunda 7.24.0; {@code WhoMayIT} and {@code TaskCompletionTest} notice when they
 * change.
 */
final class RestrictedServices {

    /** The initial retries of a delivery job. */
    private static final int MOST_RETRIES = JobRetries.TRIES;

    private RestrictedServices() {}

    static void configure(ProcessEngineConfigurationImpl engine, TaskDecisionRule decisions) {
        engine.setTaskService(new Tasks(decisions));
        engine.setFormService(new Forms(decisions));
        engine.setManagementService(new Jobs(engine));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new Rights()));
    }

    /** Whether a user calls, not the program: authorization is disabled in listeners and jobs. */
    private static boolean isCalledByAUser(CommandContext command) {
        return command.isAuthorizationCheckEnabled() && command.getAuthenticatedUserId() != null;
    }

    /** Checked first: users who may not work on a task learn nothing about it. */
    private static void mayWorkOn(TaskEntity task, CommandContext command) {
        command.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
    }

    private static final class Tasks extends TaskServiceImpl {

        private final TaskDecisionRule decisions;

        Tasks(TaskDecisionRule decisions) {
            this.decisions = decisions;
        }

        @Override
        public void complete(String task, @Nullable Map<String, Object> variables) {
            commandExecutor.execute(new Complete(decisions, task, variables, false, false));
        }

        @Override
        public VariableMap completeWithVariablesInReturn(
                String task, @Nullable Map<String, Object> variables, boolean deserializeValues) {
            return commandExecutor.execute(new Complete(decisions, task, variables, true, deserializeValues));
        }

        @Override
        public void claim(String task, @Nullable String user) {
            commandExecutor.execute(new Claim(task, user));
        }

        @Override
        public void setAssignee(String task, @Nullable String user) {
            commandExecutor.execute(new Assign(task, user));
        }
    }

    private static final class Claim extends ClaimTaskCmd {

        Claim(String task, @Nullable String user) {
            super(task, user);
        }

        @Override
        protected void checkClaimTask(TaskEntity task, CommandContext command) {
            super.checkClaimTask(task, command);
            if (isCalledByAUser(command) && !command.getAuthenticatedUserId().equals(userId)) {
                throw new RuleViolationException(
                        EngineRefusalCode.IS_KENDI_UZERINE_ALINIR,
                        Texts.of("engine.restricted-services.gorevi-yalnizca-kendiniz-ustlenebilirsiniz"));
            }
        }
    }

    private static final class Complete extends CompleteTaskCmd {

        private final transient TaskDecisionRule decisions;

        Complete(
                TaskDecisionRule decisions,
                String task,
                @Nullable Map<String, Object> variables,
                boolean inReturn,
                boolean deserializeValues) {
            super(task, variables, inReturn, deserializeValues);
            this.decisions = decisions;
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext command) {
            super.checkCompleteTask(task, command);
            decisions.beforeCompletion(task, variables);
        }
    }

    /** Unclaiming is assigning to nobody. */
    private static final class Assign extends AssignTaskCmd {

        private final String task;
        private final @Nullable String user;

        Assign(String task, @Nullable String user) {
            super(task, user);
            this.task = task;
            this.user = user;
        }

        @Override
        public Void execute(CommandContext command) {
            var found = isCalledByAUser(command) ? command.getTaskManager().findTaskById(task) : null;
            if (found != null) {
                mayWorkOn(found, command);
                if (user != null || !command.getAuthenticatedUserId().equals(found.getAssignee())) {
                    throw new RuleViolationException(
                            EngineRefusalCode.IS_KENDI_UZERINDEN_BIRAKILIR,
                            Texts.of("engine.restricted-services.yalnizca-ustlendiginiz-gorevi-birakabilirsiniz"));
                }
            }
            return super.execute(command);
        }
    }

    private static final class Forms extends FormServiceImpl {

        private final TaskDecisionRule decisions;

        Forms(TaskDecisionRule decisions) {
            this.decisions = decisions;
        }

        @Override
        public void submitTaskForm(String task, @Nullable Map<String, Object> variables) {
            commandExecutor.execute(new Submit(decisions, task, variables, false, false));
        }

        @Override
        public VariableMap submitTaskFormWithVariablesInReturn(
                String task, @Nullable Map<String, Object> variables, boolean deserializeValues) {
            return commandExecutor.execute(new Submit(decisions, task, variables, true, deserializeValues));
        }
    }

    private static final class Submit extends SubmitTaskFormCmd {

        private final transient TaskDecisionRule decisions;

        Submit(
                TaskDecisionRule decisions,
                String task,
                @Nullable Map<String, Object> variables,
                boolean inReturn,
                boolean deserializeValues) {
            super(task, variables, inReturn, deserializeValues);
            this.decisions = decisions;
        }

        @Override
        public VariableMap execute(CommandContext command) {
            var task = taskId == null ? null : command.getTaskManager().findTaskById(taskId);
            if (task != null) {
                mayWorkOn(task, command);
                decisions.beforeCompletion(task, properties);
            }
            return super.execute(command);
        }
    }

    private static final class Jobs extends ManagementServiceImpl {

        Jobs(ProcessEngineConfigurationImpl engine) {
            super(engine);
        }

        @Override
        public SetJobRetriesBuilderImpl setJobRetries(int retries) {
            return new SetJobRetriesBuilderImpl(commandExecutor, retries) {
                @Override
                public SetJobRetriesBuilder dueDate(@Nullable Date dueDate) {
                    commandExecutor.execute(command -> {
                        if (isCalledByAUser(command)) {
                            throw new RuleViolationException(
                                    EngineRefusalCode.IS_ZAMANI_DEGISMEZ,
                                    Texts.of("engine.restricted-services.arka-plan-isinin-zamani-elle"));
                        }
                        return null;
                    });
                    return super.dueDate(dueDate);
                }

                @Override
                public void execute() {
                    commandExecutor.execute(command -> {
                        if (isCalledByAUser(command) && (retries < 1 || retries > MOST_RETRIES)) {
                            throw new RuleViolationException(
                                    EngineRefusalCode.DENEME_SAYISI,
                                    Texts.of("engine.restricted-services.deneme-sayisi-1-ile-arasinda", MOST_RETRIES));
                        }
                        return null;
                    });
                    super.execute();
                }
            };
        }
    }

    private static final class Rights extends AuthorizationCommandChecker {

        @Override
        public void checkUpdateRetriesJob(JobEntity job) {
            super.checkUpdateRetriesJob(job);
            if (isCalledByAUser(Context.getCommandContext()) && !isFailedDelivery(job)) {
                throw new RuleViolationException(
                        EngineRefusalCode.ZAMANLAYICI_DEGISMEZ,
                        Texts.of("engine.restricted-services.yalnizca-basarisiz-olan-gonderimler-yeniden"));
            }
        }

        /** Updating all jobs of a definition would include timers. */
        @Override
        public void checkUpdateRetriesProcessInstanceByProcessDefinitionId(String definition) {
            if (isCalledByAUser(Context.getCommandContext())) {
                throw new RuleViolationException(
                        EngineRefusalCode.GONDERIM_TEK_TEK,
                        Texts.of("engine.restricted-services.basarisiz-gonderimler-tek-tek-yeniden"));
            }
            super.checkUpdateRetriesProcessInstanceByProcessDefinitionId(definition);
        }

        /** Users who may work on a task may unclaim it; ownership was checked before. */
        @Override
        public void checkTaskAssign(TaskEntity task) {
            var command = Context.getCommandContext();
            if (isCalledByAUser(command) && Objects.equals(command.getAuthenticatedUserId(), task.getAssignee())) {
                checkTaskWork(task);
            } else {
                super.checkTaskAssign(task);
            }
        }

        private static boolean isFailedDelivery(JobEntity job) {
            boolean hasFailed = job.getRetries() == 0 || job.getExceptionMessage() != null;
            return hasFailed && AsyncContinuationJobHandler.TYPE.equals(job.getJobHandlerType());
        }
    }
}

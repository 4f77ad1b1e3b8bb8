package tr.muhatap.engine;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * Unwraps the record's own exception when it refuses a step, instead of the engine's exception about a failed listener.
 * Task and record stay unchanged, since the transaction is rolled back. Jobs are excluded: their failures belong to
 * retries and incidents.
 */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ExecuteJobsCmd) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw refusal(failure, command).orElse(failure);
        } catch (OptimisticLockingFailureException failure) {
            throw completesTask(command) ? changedMeanwhile() : failure;
        }
    }

    private static Optional<RuntimeException> refusal(ProcessEngineException failure, Command<?> command) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> asRefusal(cause, command).stream())
                .findFirst();
    }

    private static Optional<RuntimeException> asRefusal(Throwable cause, Command<?> command) {
        if (cause instanceof RuleViolationException
                || cause instanceof InvalidInputException
                || cause instanceof NotFoundException
                || cause instanceof AccessDeniedException) {
            return Optional.of((RuntimeException) cause);
        }
        boolean collision =
                cause instanceof OptimisticLockingException || cause instanceof OptimisticLockingFailureException;
        return collision && completesTask(command) ? Optional.of(changedMeanwhile()) : Optional.empty();
    }

    private static boolean completesTask(Command<?> command) {
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }

    private static RuleViolationException changedMeanwhile() {
        return new RuleViolationException(
                EngineRefusalCode.BASVURU_DEGISTI, Texts.of("engine.engine-refusal.basvuru-bu-sirada-baska-bir"));
    }
}

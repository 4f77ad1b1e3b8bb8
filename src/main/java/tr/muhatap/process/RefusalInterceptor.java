package tr.muhatap.process;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;

/**
 * A step that the record refuses reaches the user as the record's own Turkish sentence (HTTP 400), not as the engine's
 * account of a failed listener. Task and record stay as they were: the transaction is rolled back.
 */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (BadUserRequestException alreadyPlain) {
            throw alreadyPlain;
        } catch (ProcessEngineException | RuleViolationException | InvalidInputException failure) {
            var sentence = refusal(failure);
            if (sentence.isPresent()) {
                throw new BadUserRequestException(sentence.get(), failure);
            }
            throw failure;
        }
    }

    private static Optional<String> refusal(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof RuleViolationException) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof InvalidInputException input) {
            return Optional.of(input.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
        }
        return Optional.empty();
    }
}

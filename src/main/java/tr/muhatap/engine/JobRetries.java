package tr.muhatap.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** How often a failing job is tried, and which failures do not count. */
public final class JobRetries {

    /** How often a job is tried before it is an incident. */
    public static final int TRIES = 5;

    /** In the engine's notation: with five minutes between two attempts. */
    static final String CYCLE = "R" + TRIES + "/PT5M";

    private JobRetries() {}

    /** Whether a job failed only because another transaction changed the same rows at the same time. */
    public static boolean isCollision(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException);
    }
}

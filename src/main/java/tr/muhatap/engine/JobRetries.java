package tr.muhatap.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Number of retries of a failing job, and which failures do not count. */
public final class JobRetries {

    /** Number of attempts before a job becomes an incident. */
    public static final int TRIES = 5;

    /** Retry cycle in the engine's notation: five minutes between two attempts. */
    static final String CYCLE = "R" + TRIES + "/PT5M";

    private JobRetries() {}

    /** Whether a job failed only because of a concurrent change of the same rows. */
    public static boolean isCollision(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException);
    }
}

package tr.muhatap.operation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares records with the engine, and repairs what can be repaired without losing anything. */
public interface EngineComparison {

    /**
     * An inconsistency.
     *
     * @param number of the application, empty for a process without one
     * @param subject id of the engine's job or instance, empty if there is none
     */
    record Found(FindingKind kind, String number, String subject) {}

    /**
     * A step without retries left.
     *
     * @param step name of the step in the model
     * @param words consequence for the application
     * @param message the exception's message
     */
    record Stuck(
            @Nullable String number,
            String step,
            String words,
            @Nullable String message,
            Instant since) {}

    /**
     * Compares open records and running processes.
     *
     * @param most maximum number per kind
     */
    List<Found> compare(int most);

    /**
     * Repairs an inconsistency in a transaction of its own, based on the current record.
     *
     * @return false if it is left to staff
     */
    boolean mend(Found found);

    /** Failed steps, oldest first. */
    List<Stuck> stuck(int most);
}

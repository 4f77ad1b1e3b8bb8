package tr.muhatap.operation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares records with the engine, and mends what can be mended without losing anything. */
public interface EngineComparison {

    /**
     * One thing that is wrong.
     *
     * @param number of the application, empty if a process has none
     * @param subject id of the engine's job or instance, empty if there is none
     */
    record Found(FindingKind kind, String number, String subject) {}

    /**
     * A step that failed for good.
     *
     * @param step name of the step in the model
     * @param words what that means for the application
     * @param message the failure's own text, for whoever looks into it
     */
    record Stuck(
            @Nullable String number,
            String step,
            String words,
            @Nullable String message,
            Instant since) {}

    /**
     * Reads open records and open processes alone.
     *
     * @param most of each kind
     */
    List<Found> compare(int most);

    /**
     * Mends one finding in a transaction of its own, by the record as it stands at that moment.
     *
     * @return false if that is left to people
     */
    boolean mend(Found found);

    /** What waits for somebody in the engine, the oldest first. */
    List<Stuck> stuck(int most);
}

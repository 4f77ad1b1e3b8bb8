package tr.muhatap.basvuru;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock of one of the Board's requests, for the process that watches over it; leaves no line in the history. */
public sealed interface BoardClock {

    String number();

    /** Id of the objection. */
    long objection();

    /**
     * The Board asked.
     *
     * @param lateFrom from this instant on the answer is late
     */
    record Started(String number, long objection, @Nullable String topic, Instant lateFrom) implements BoardClock {}

    /**
     * The office changed its holiday table.
     *
     * @param secondLimit of the second level of escalation; null before the first
     * @param escalationLevel 0, 1 or 2; lower than before where a limit lies ahead again
     */
    record Moved(
            String number,
            long objection,
            Instant lateFrom,
            @Nullable Instant secondLimit,
            int escalationLevel) implements BoardClock {}

    /** The Board was answered, or decided without an answer; not published where completing the task did it. */
    record Stopped(String number, long objection) implements BoardClock {}
}

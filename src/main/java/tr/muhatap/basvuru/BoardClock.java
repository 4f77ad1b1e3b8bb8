package tr.muhatap.basvuru;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events about the limit of a request of the Board, for the process that monitors it; not part of the history. */
public sealed interface BoardClock {

    String number();

    /** Id of the objection. */
    long objection();

    /**
     * The Board requested an answer.
     *
     * @param lateFrom from this instant the answer is late
     */
    record Started(String number, long objection, @Nullable String topic, Instant lateFrom) implements BoardClock {}

    /**
     * The office changed its holiday table.
     *
     * @param secondLimit of the second level of escalation; null before the first
     * @param escalationLevel 0, 1 or 2; decreased if a limit moved into the future
     */
    record Moved(
            String number,
            long objection,
            Instant lateFrom,
            @Nullable Instant secondLimit,
            int escalationLevel) implements BoardClock {}

    /** The Board was answered, or decided without an answer; not published if completing the task did it. */
    record Stopped(String number, long objection) implements BoardClock {}
}

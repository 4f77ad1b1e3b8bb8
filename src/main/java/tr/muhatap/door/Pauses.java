package tr.muhatap.door;

import java.time.Duration;

/** How long something that did not go out waits for its next attempt: a minute at first, twice as long each time, at most an hour. */
public final class Pauses {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLED = 6;

    private Pauses() {}

    /** @param attempts before the one that failed */
    public static Duration after(int attempts) {
        var wait = Duration.ofMinutes(1L << Math.min(attempts, MOST_DOUBLED));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}

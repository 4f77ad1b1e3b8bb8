package tr.muhatap.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which day and how a limit is counted: initially from the day of receipt; an extension counts from the same day,
 * and a fee notice interrupts the period, so that it is counted from the payment.
 *
 * @param from the day that is not counted itself, Europe/Istanbul
 * @param extended whether the limit was extended (4982 md. 11)
 * @param remaining what was left of the unextended limit when a fee notice interrupted it; null if the whole limit
 *     runs
 * @param standards version of the table of service standards under which the limit was set; a newer version does
 *     not change it
 */
public record Counting(
        LocalDate from, boolean extended, @Nullable Integer remaining, int standards) {

    /** The whole limit from a day, by a version of the table of service standards. */
    public static Counting from(LocalDate day, int standards) {
        return new Counting(day, false, null, standards);
    }

    /** A copy with the extended limit. */
    public Counting withExtension() {
        return new Counting(from, true, remaining, standards);
    }

    /** A copy with the unextended limit. */
    public Counting withoutExtension() {
        return new Counting(from, false, remaining, standards);
    }

    /** The whole limit from the same day, regardless of an interruption by a fee notice. */
    Counting whole() {
        return new Counting(from, extended, null, standards);
    }

    /** A copy counted from another day, which is not counted itself. */
    public Counting startingAfter(LocalDate day) {
        return new Counting(day, extended, remaining, standards);
    }
}

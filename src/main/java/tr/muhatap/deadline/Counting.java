package tr.muhatap.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where and how a limit is counted. At first from the day of receipt; what the law adds afterwards changes it: an
 * extension counts on from the same day, a fee notice cuts the period, so that it is counted from the payment.
 *
 * @param from the day that is not counted itself, Europe/Istanbul
 * @param extended whether the limit was extended (4982 md. 11)
 * @param remaining what was left of the unextended limit when a fee notice cut it; null where the whole limit runs
 * @param standards version of the table of service standards under which the limit was given: a limit given is a promise,
 *     so that a newer version leaves it alone
 */
public record Counting(
        LocalDate from, boolean extended, @Nullable Integer remaining, int standards) {

    /** The whole limit from a day, by a version of the table of service standards. */
    public static Counting from(LocalDate day, int standards) {
        return new Counting(day, false, null, standards);
    }

    /** The same with the extended limit. */
    public Counting withExtension() {
        return new Counting(from, true, remaining, standards);
    }

    /** The same with the unextended limit. */
    public Counting withoutExtension() {
        return new Counting(from, false, remaining, standards);
    }

    /** The whole limit from the same day, whatever a fee notice cut. */
    Counting whole() {
        return new Counting(from, extended, null, standards);
    }

    /** The same from another day on, which is not counted itself. */
    public Counting startingAfter(LocalDate day) {
        return new Counting(day, extended, remaining, standards);
    }
}

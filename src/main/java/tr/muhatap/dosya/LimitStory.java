package tr.muhatap.dosya;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.deadline.DerivationDay;

/**
 * How a limit came about, for people.
 *
 * @param countedFrom the day that is not counted itself, Europe/Istanbul
 * @param changes from the registration on, what set the limit and what moved it, in order
 * @param days every day of the limit as it is counted now
 */
public record LimitStory(LocalDate countedFrom, List<Change> changes, List<DerivationDay> days) {

    /** Why the limit stands where it stands. */
    public record Change(
            Instant at,
            String action,
            String label,
            @Nullable String detail) {}
}

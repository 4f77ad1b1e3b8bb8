package tr.muhatap.dosya;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.deadline.DerivationDay;

/**
 * The computation of a limit, for display.
 *
 * @param countedFrom the day that is not counted itself, Europe/Istanbul
 * @param changes events that set or moved the limit since registration, in order
 * @param days every day of the current limit
 */
public record LimitStory(LocalDate countedFrom, List<Change> changes, List<DerivationDay> days) {

    /** Why the limit was set or moved. */
    public record Change(
            Instant at,
            String action,
            String label,
            @Nullable String detail) {}
}

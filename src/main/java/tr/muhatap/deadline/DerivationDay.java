package tr.muhatap.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a derivation.
 *
 * @param date the day
 * @param day which day of the limit it is; none where it does not count
 * @param note what is special about it, in Turkish
 */
public record DerivationDay(
        LocalDate date, @Nullable Integer day, @Nullable String note) {}

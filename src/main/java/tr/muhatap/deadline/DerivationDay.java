package tr.muhatap.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a derivation.
 *
 * @param date the day
 * @param day ordinal of the day within the limit; none if it does not count
 * @param note explanation, in Turkish
 */
public record DerivationDay(
        LocalDate date, @Nullable Integer day, @Nullable String note) {}

package tr.muhatap.deputy;

import java.time.LocalDate;

/**
 * Somebody stands in for somebody absent.
 *
 * @param absent user name
 * @param deputy user name
 * @param firstDay Europe/Istanbul
 * @param lastDay Europe/Istanbul
 */
public record Substitution(long id, String absent, String deputy, LocalDate firstDay, LocalDate lastDay, String setBy) {

    /** Whether it holds on a day; it ends by itself. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }

    boolean concerns(String user) {
        return absent.equals(user) || deputy.equals(user);
    }
}

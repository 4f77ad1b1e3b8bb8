package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import tr.muhatap.calendar.OfficeClock;

/** Conversion between days and instants in Europe/Istanbul. */
final class OfficeDays {

    private OfficeDays() {}

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toInstant();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}

package tr.muhatap.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.text.Days;

/** A range of days, inclusive, Europe/Istanbul. */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** A copy that ends on a day at the latest. */
    public Period until(LocalDate day) {
        return day.isBefore(until) && !day.isBefore(from) ? new Period(from, day) : this;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    OffsetDateTime start() {
        return startOf(from);
    }

    /** The instant after its end. */
    OffsetDateTime end() {
        return startOf(until.plusDays(1));
    }

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** Formatted for users. */
    public String written() {
        return Days.written(from) + " – " + Days.written(until);
    }
}

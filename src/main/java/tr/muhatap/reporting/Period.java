package tr.muhatap.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.text.Days;

/** Days from the first to the last, both included, Europe/Istanbul. */
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

    /** The same, ended by a day where that comes before its end. */
    public Period until(LocalDate day) {
        return day.isBefore(until) && !day.isBefore(from) ? new Period(from, day) : this;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    OffsetDateTime start() {
        return startOf(from);
    }

    /** The first moment behind it. */
    OffsetDateTime end() {
        return startOf(until.plusDays(1));
    }

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(OfficeClock.ISTANBUL).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** As people read it. */
    public String written() {
        return Days.written(from) + " – " + Days.written(until);
    }
}

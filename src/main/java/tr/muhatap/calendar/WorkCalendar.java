package tr.muhatap.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable snapshot of the holiday table with the counting rules; one computation uses one calendar. Counts periods
 * of the office, see {@link #countingFor}.
 *
 * <p>A year is covered if it has at least one entry other than administrative leave. Queries for other years throw
 * {@link OutsideHolidayTableException}.
 */
public final class WorkCalendar {

    private final Map<LocalDate, Holiday> holidays;
    private final Set<Integer> years;
    private final CountingRules rules;
    private final PeriodOf whose;
    private final long version;

    public WorkCalendar(Collection<Holiday> entries, CountingRules rules) {
        this(entries, rules, 0);
    }

    WorkCalendar(Collection<Holiday> entries, CountingRules rules, long version) {
        this.holidays = new HashMap<>();
        this.years = new HashSet<>();
        for (var entry : entries) {
            holidays.put(entry.date(), entry);
            if (!entry.leave()) {
                years.add(entry.date().getYear());
            }
        }
        this.rules = rules;
        this.whose = PeriodOf.OFFICE;
        this.version = version;
    }

    private WorkCalendar(WorkCalendar same, PeriodOf whose) {
        this.holidays = same.holidays;
        this.years = same.years;
        this.rules = same.rules;
        this.whose = whose;
        this.version = same.version;
    }

    /** A calendar with the same table for periods of the given party. */
    public WorkCalendar countingFor(PeriodOf periodOf) {
        return periodOf == whose ? this : new WorkCalendar(this, periodOf);
    }

    /** Whose periods it counts. */
    public PeriodOf whose() {
        return whose;
    }

    /** Version of the table; incremented with every change. */
    public long version() {
        return version;
    }

    public CountingRules rules() {
        return rules;
    }

    /** The table's entry for a day, whether the office is closed on it or not. */
    public Optional<Holiday> holiday(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new OutsideHolidayTableException(date.getYear());
        }
        return Optional.ofNullable(holidays.get(date));
    }

    public boolean isWorkingDay(LocalDate date) {
        var holiday = holiday(date);
        return !isWeekend(date) && !holiday.map(this::closesTheOffice).orElse(false);
    }

    /** The day itself if it is a working day, otherwise the next one. */
    public LocalDate workingDayFrom(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The n-th working day after a day, which itself is not counted; with {@code n} 0 the day itself.
     *
     * @param n not negative
     */
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        var day = date;
        for (int counted = 0; counted < n; counted++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** Number of working days after {@code from}, up to and including {@code to}; 0 if {@code to} is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.isAfter(from) ? to : from)
                .map(day -> day.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    public static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private boolean closesTheOffice(Holiday holiday) {
        return (!holiday.leave() || rules.leaveMoves(whose)) && (!holiday.half() || !rules.halfDayCounts(whose));
    }
}

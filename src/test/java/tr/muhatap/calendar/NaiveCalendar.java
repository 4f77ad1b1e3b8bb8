package tr.muhatap.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The holiday table as a mutable map, for random tests. */
public final class NaiveCalendar {

    private final Map<LocalDate, Holiday> holidays = new HashMap<>();

    public NaiveCalendar() {
        HolidaysFixture.officialList().forEach(holiday -> holidays.put(holiday.date(), holiday));
    }

    /** Adds the day as a holiday, or removes its entry; returns whether it was added. */
    public boolean toggle(LocalDate day) {
        if (holidays.remove(day) != null) {
            return false;
        }
        holidays.put(day, new Holiday(day, "Seçim günü", false, false));
        return true;
    }

    /** Half days and leave are free in the periods of citizens. */
    public boolean isFreeForTheCitizen(LocalDate day) {
        return isFree(day) || holidays.containsKey(day);
    }

    public boolean isFree(LocalDate day) {
        var holiday = holidays.get(day);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || (holiday != null && !holiday.half() && !holiday.leave());
    }

    public WorkCalendar toWorkCalendar() {
        return new WorkCalendar(List.copyOf(holidays.values()), CountingRules.DEFAULT);
    }
}

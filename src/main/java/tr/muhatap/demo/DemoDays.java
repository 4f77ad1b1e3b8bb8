package tr.muhatap.demo;

import java.time.LocalDate;
import tr.muhatap.calendar.WorkCalendar;

/** Dates of the demonstration's late applications. */
final class DemoDays {

    private DemoDays() {}

    /**
     * The day {@code days} days ago, skipping holidays on weekdays: they delay both limits, so that applications meant
     * to be late twice would not be late after a long holiday.
     */
    static LocalDate before(LocalDate today, int days, WorkCalendar calendar) {
        var day = today;
        for (int left = days; left > 0; day = day.minusDays(1)) {
            if (WorkCalendar.isWeekend(day) || calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}

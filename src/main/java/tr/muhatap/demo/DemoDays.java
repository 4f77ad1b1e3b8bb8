package tr.muhatap.demo;

import java.time.LocalDate;
import tr.muhatap.calendar.WorkCalendar;

/** When the demonstration's late applications came in. */
final class DemoDays {

    private DemoDays() {}

    /**
     * The day so many days back, not counting those that a holiday takes from the week: they put both limits off, so that what is
     * to be late twice would not be after a long feast.
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

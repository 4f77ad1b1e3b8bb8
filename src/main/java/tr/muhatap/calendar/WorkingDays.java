package tr.muhatap.calendar;

import java.util.List;

/** Gives the calendar as the office has it now. */
@FunctionalInterface
public interface WorkingDays {

    /** Take it once for one reckoning; it does not change under the reader's hands. */
    WorkCalendar calendar();

    /** What changed in the table since one of its versions, in order. */
    default List<HolidayChange> changesSince(long version) {
        return List.of();
    }
}

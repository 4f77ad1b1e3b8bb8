package tr.muhatap.calendar;

import java.util.List;

/** Gives the calendar as the office has it now. */
@FunctionalInterface
public interface WorkingDays {

    /** A snapshot for one computation; it never changes. */
    WorkCalendar calendar();

    /** What changed in the table since one of its versions, in order. */
    default List<HolidayChange> changesSince(long version) {
        return List.of();
    }
}

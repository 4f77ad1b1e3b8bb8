package tr.muhatap.calendar;

import java.util.List;

/** Provides the office's current calendar. */
@FunctionalInterface
public interface WorkingDays {

    /** An immutable snapshot for one computation. */
    WorkCalendar calendar();

    /** What changed in the table since one of its versions, in order. */
    default List<HolidayChange> changesSince(long version) {
        return List.of();
    }
}

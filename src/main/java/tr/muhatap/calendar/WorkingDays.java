package tr.muhatap.calendar;

/** Gives the calendar as the office has it now. */
@FunctionalInterface
public interface WorkingDays {

    /** Take it once for one reckoning; it does not change under the reader's hands. */
    WorkCalendar calendar();
}

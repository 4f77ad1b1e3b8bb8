package tr.muhatap.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * The office changed its holiday table. Published inside the changing transaction: who listens synchronously already reckons
 * with the new table, and a failure takes the change back.
 *
 * @param dates the days whose entry came, went or changed
 */
public record HolidaysChanged(Set<LocalDate> dates) {

    public HolidaysChanged {
        dates = Set.copyOf(dates);
    }
}

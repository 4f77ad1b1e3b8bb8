package tr.muhatap.calendar;

import tr.muhatap.problem.RuleViolationException;

/**
 * A day was asked for whose year the holiday table does not hold. The office has to enter that year's holidays first; the
 * program never guesses.
 */
public class OutsideHolidayTableException extends RuleViolationException {

    private final int year;

    OutsideHolidayTableException(int year) {
        super(("Tatil tablosunda %d yılı yok; süre bu yıla uzandığı için hesaplanamıyor. "
                        + "Önce o yılın resmî tatilleri tatil tablosuna girilmelidir.")
                .formatted(year));
        this.year = year;
    }

    /** The first year that was needed and is not there. */
    public int year() {
        return year;
    }
}

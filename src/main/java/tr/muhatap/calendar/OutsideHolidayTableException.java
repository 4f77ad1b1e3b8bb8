package tr.muhatap.calendar;

import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * A day was asked for whose year the holiday table does not hold. The office has to enter that year's holidays first; the
 * program never guesses.
 */
public class OutsideHolidayTableException extends RuleViolationException {

    private final int year;
    private final String sentence;

    OutsideHolidayTableException(int year) {
        this(
                year,
                (Texts.of("calendar.outside-holiday-table-exception.tatil-tablosunda-yili-yok-sure")).formatted(year));
    }

    private OutsideHolidayTableException(int year, String sentence) {
        super(CalendarRefusal.TATIL_TABLOSU_BITTI, sentence);
        this.year = year;
        this.sentence = sentence;
    }

    /** The first year that was needed and is not there. */
    public int year() {
        return year;
    }

    /** The same refusal as the fault of an input's field, e.g. {@code receivedAt}. */
    public InvalidInputException faultOf(String field) {
        return new InvalidInputException(field, sentence);
    }
}

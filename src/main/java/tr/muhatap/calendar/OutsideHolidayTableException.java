package tr.muhatap.calendar;

import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * The holiday table has no entries for a required year. The office has to enter that year's holidays first; dates are
 * never guessed.
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

    /** The first missing year. */
    public int year() {
        return year;
    }

    /** The same refusal as a fault of an input field, e.g. {@code receivedAt}. */
    public InvalidInputException faultOf(String field) {
        return new InvalidInputException(field, sentence);
    }
}

package tr.muhatap.intake.aktarim;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.text.TurkishText;

/** Parses dates with optional time, as offices and spreadsheets write them. Dates without a time begin at midnight. */
final class SourceDates {

    private static final List<String> MONTHS = List.of(
            "ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim",
            "aralik");

    private static final String TIME =
            "(?:[ t,;-]+(?:saat:? *)?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?)?"
                    + " *(?:(z)|\\+03:?00)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2}) *[./-] *(\\d{1,2}) *[./-] *(\\d{4}|\\d{2})" + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})" + TIME);
    private static final Pattern IN_WORDS =
            Pattern.compile("(\\d{1,2})[. ]*([a-z]{3,7})\\.?[, ]*(\\d{4})(?: *,? *[a-z]{4,9})?" + TIME);
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]\\d{1,18})?");

    /** Day 0 of Excel's 1900 date system, which counts the nonexistent 29 February 1900. */
    private static final LocalDate SERIAL_BEGINS = LocalDate.of(1899, 12, 30);

    private static final int UNTIL_1904 = 1_462;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;
    private static final int CENTURY = 2_000;

    private SourceDates() {}

    /**
     * Parses a cell, in Europe/Istanbul.
     *
     * @param countsFrom1904 whether the workbook uses the 1904 date system
     */
    static Optional<LocalDateTime> parse(String cell, boolean countsFrom1904) {
        String text = TurkishText.folded(cell).strip();
        try {
            if (SERIAL.matcher(text).matches()) {
                return serial(new BigDecimal(text.replace(',', '.')), countsFrom1904);
            }
            var dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                int year = Integer.parseInt(dayFirst.group(3));
                return Optional.of(moment(
                        LocalDate.of(year < 100 ? CENTURY + year : year, number(dayFirst, 2), number(dayFirst, 1)),
                        dayFirst));
            }
            var yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return Optional.of(moment(
                        LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)), yearFirst));
            }
            var inWords = IN_WORDS.matcher(text);
            if (inWords.matches()) {
                int month = month(inWords.group(2));
                return month == 0
                        ? Optional.empty()
                        : Optional.of(moment(LocalDate.of(number(inWords, 3), month, number(inWords, 1)), inWords));
            }
            return Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> serial(BigDecimal number, boolean countsFrom1904) {
        int day = number.intValue() + (countsFrom1904 ? UNTIL_1904 : 0);
        if (day < FIRST_SERIAL || day > LAST_SERIAL) {
            return Optional.empty();
        }
        long seconds = Math.round(number.remainder(BigDecimal.ONE).doubleValue() * SECONDS_OF_A_DAY);
        return Optional.of(SERIAL_BEGINS.plusDays(day).atStartOfDay().plusSeconds(seconds));
    }

    private static int month(String word) {
        for (int at = 0; at < MONTHS.size(); at++) {
            if (MONTHS.get(at).equals(word)
                    || (word.length() == 3 && MONTHS.get(at).startsWith(word))) {
                return at + 1;
            }
        }
        return 0;
    }

    /** A date without a time is the office's day, regardless of a zone suffix. */
    private static LocalDateTime moment(LocalDate day, Matcher found) {
        if (found.group(4) == null) {
            return day.atStartOfDay();
        }
        var written = day.atTime(number(found, 4), number(found, 5), found.group(6) == null ? 0 : number(found, 6));
        return found.group(7) == null
                ? written
                : written.atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(OfficeClock.ISTANBUL)
                        .toLocalDateTime();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}

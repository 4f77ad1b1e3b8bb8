package tr.muhatap.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats and parses dates. */
public final class Days {

    /** Example for messages. */
    public static final String EXAMPLE = Texts.of("text.days.ornegin-01-06-2026");

    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TURKISH = Pattern.compile("[0-9]{1,2}([./-])[0-9]{1,2}\\1[0-9]{4}");
    private static final DateTimeFormatter DAY_MONTH_YEAR =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private Days() {}

    /** Turkish notation: 12.06.2026. */
    public static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** Accepts {@code 2026-06-01} only. */
    public static Optional<LocalDate> iso(String given) {
        return ISO.matcher(given).matches() ? parse(given) : Optional.empty();
    }

    /** Accepts {@code 01.06.2026}, {@code 1.6.2026} or {@code 2026-06-01}; empty for anything else. */
    public static Optional<LocalDate> parse(String typed) {
        String day = PlainText.stripped(typed);
        try {
            if (ISO.matcher(day).matches()) {
                return Optional.of(LocalDate.parse(day));
            }
            return TURKISH.matcher(day).matches()
                    ? Optional.of(LocalDate.parse(day.replace('/', '.').replace('-', '.'), DAY_MONTH_YEAR))
                    : Optional.empty();
        } catch (DateTimeParseException notInTheCalendar) {
            return Optional.empty();
        }
    }
}

package tr.muhatap.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import tr.muhatap.calendar.OfficeClock;

/**
 * Dates of the interface: many forms come in, one goes out. Clients send milliseconds, and a {@code +} that nobody encoded
 * arrives as a blank; what has milliseconds is refused by many.
 */
final class GeoReportDates {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)"
                    + "(?:[Zz]|([ +-])(\\d{2}):?(\\d{2})?)?)?");
    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private GeoReportDates() {}

    /** Empty for what is no date; without an offset, and without a time, it is Europe/Istanbul's. */
    static Optional<Instant> read(String given) {
        var parts = WRITTEN.matcher(given.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.parse(parts.group(1));
            if (parts.group(2) == null) {
                return Optional.of(date.atStartOfDay(OfficeClock.ISTANBUL).toInstant());
            }
            var local = LocalDateTime.of(date, LocalTime.parse(parts.group(2).replace(',', '.')));
            if (parts.group(3) != null) {
                return Optional.of(local.toInstant(offset(parts.group(3), parts.group(4), parts.group(5))));
            }
            boolean utc = given.strip().toUpperCase(java.util.Locale.ROOT).endsWith("Z");
            return Optional.of(
                    utc
                            ? local.toInstant(ZoneOffset.UTC)
                            : local.atZone(OfficeClock.ISTANBUL).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String sign, String hours, @org.jspecify.annotations.Nullable String minutes) {
        return ZoneOffset.of((sign.equals("-") ? "-" : "+") + hours + ":" + (minutes == null ? "00" : minutes));
    }

    /** Seconds and an offset, Europe/Istanbul. */
    static String write(Instant at) {
        return OUT.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(OfficeClock.ISTANBUL));
    }

    /** The end of a day: until then it may be answered. */
    static String writeEnd(LocalDate day) {
        return write(day.plusDays(1)
                .atStartOfDay(OfficeClock.ISTANBUL)
                .minusSeconds(1)
                .toInstant());
    }
}

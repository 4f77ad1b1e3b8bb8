package tr.muhatap.open311;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * A period that a client asks for; where it gives one end alone, as long as it may be.
 *
 * @param from first instant
 * @param until from this instant on nothing
 */
record GeoReportPeriod(Instant from, Instant until) {

    /** Before it nothing was registered; databases know no instant long before it. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");

    /** Reads {@code start_date} and {@code end_date}; rejects what is no date, and what is longer than allowed. */
    static GeoReportPeriod of(GeoReportFields fields, Duration longest, Instant now, Check check) {
        var start = date("start_date", fields, check);
        var end = date("end_date", fields, check);
        // The clients' seconds are whole, ours are not
        var until = end != null ? end.plusSeconds(1) : start != null ? start.plus(longest) : now.plusSeconds(1);
        var from = start != null ? start : until.minus(longest);
        check.require(
                Duration.between(from, until).compareTo(longest.plusSeconds(1)) <= 0,
                "end_date",
                Texts.of("open311.donem", longest.toDays()));
        return new GeoReportPeriod(from, until);
    }

    private static @Nullable Instant date(String name, GeoReportFields fields, Check check) {
        String given = fields.one(name);
        if (given == null) {
            return null;
        }
        var read = GeoReportDates.read(given);
        check.require(read.isPresent(), name, Texts.of("open311.tarih", name));
        var at = read.orElse(FIRST);
        return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    }
}

package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.OfficeClock;

/**
 * One piece of what is held on a person, for the report that the person may ask for (6698 md. 11).
 *
 * @param kind what it is, e.g. "Bildirim"
 * @param fields names and values as people read them, in order
 */
public record HeldData(String kind, Map<String, String> fields) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    public HeldData {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** @param namesAndValues in turn; what is null or empty is left out, times are in Europe/Istanbul */
    public static HeldData of(String kind, @Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            String value = written(namesAndValues[at + 1]);
            if (!value.isBlank()) {
                fields.put(String.valueOf(namesAndValues[at]), value);
            }
        }
        return new HeldData(kind, fields);
    }

    private static String written(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof OffsetDateTime time) {
            return written(time.toInstant());
        }
        if (value instanceof Instant instant) {
            return TIME.format(instant.atZone(OfficeClock.ISTANBUL));
        }
        return value instanceof LocalDate day ? DAY.format(day) : value.toString();
    }
}

package tr.muhatap.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The initial content of the holiday table: {@code calendar/resmi-tatiller.csv}, columns {@code tarih,tur,ad} with
 * {@code tur} one of {@code TAM}, {@code YARIM}, {@code IZIN}.
 */
final class HolidayList {

    private static final String SOURCE = "/calendar/resmi-tatiller.csv";
    private static final List<String> COLUMNS = List.of("tarih", "tur", "ad");

    private HolidayList() {}

    /** The entries by date. Fails if the file is missing or invalid. */
    static List<Holiday> read() {
        var source = HolidayList.class.getResourceAsStream(SOURCE);
        if (source == null) {
            throw broken("the file is missing", null);
        }
        return read(new InputStreamReader(source, StandardCharsets.UTF_8));
    }

    static List<Holiday> read(Reader source) {
        var entries = new TreeMap<LocalDate, Holiday>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (source;
                var records = format.parse(source)) {
            if (!records.getHeaderNames().equals(COLUMNS)) {
                throw broken("columns are %s, expected %s".formatted(records.getHeaderNames(), COLUMNS), null);
            }
            for (var row : records) {
                var entry = entry(row);
                entries.merge(entry.date(), entry, HolidayList::onOneDay);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw broken(String.valueOf(unreadable.getMessage()), unreadable);
        }
        return List.copyOf(entries.values());
    }

    /** Merges two entries of one day: a holiday takes precedence over leave, a whole day over a half one. */
    static Holiday onOneDay(Holiday first, Holiday second) {
        var half = first.leave() == second.leave()
                ? first.half() && second.half()
                : first.leave() ? second.half() : first.half();
        return new Holiday(first.date(), first.name() + " / " + second.name(), half, first.leave() && second.leave());
    }

    private static Holiday entry(CSVRecord row) {
        var line = row.getRecordNumber() + 1;
        if (!row.isConsistent() || row.stream().anyMatch(String::isBlank)) {
            throw broken("line %d needs a value in each of %s".formatted(line, COLUMNS), null);
        }
        try {
            var date = LocalDate.parse(row.get("tarih"));
            var name = row.get("ad");
            return switch (row.get("tur")) {
                case "TAM" -> new Holiday(date, name, false, false);
                case "YARIM" -> new Holiday(date, name, true, false);
                case "IZIN" -> new Holiday(date, name, false, true);
                default -> throw broken("line %d: tur is \"%s\"".formatted(line, row.get("tur")), null);
            };
        } catch (DateTimeParseException noDate) {
            throw broken("line %d: \"%s\" is no date".formatted(line, row.get("tarih")), noDate);
        }
    }

    private static IllegalStateException broken(String why, @Nullable Throwable cause) {
        return new IllegalStateException("The list of holidays (%s) is broken: %s".formatted(SOURCE, why), cause);
    }
}

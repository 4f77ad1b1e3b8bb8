package tr.muhatap.calendar;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import tr.muhatap.text.ShippedCsv;

/**
 * The initial content of the holiday table: {@code calendar/resmi-tatiller.csv}, columns {@code tarih,tur,ad} with
 * {@code tur} one of {@code TAM}, {@code YARIM}, {@code IZIN}.
 */
final class HolidayList {

    private static final ShippedCsv LIST =
            new ShippedCsv("list of holidays", "/calendar/resmi-tatiller.csv", List.of("tarih", "tur", "ad"));

    private HolidayList() {}

    /** The entries by date. Fails if the file is missing or invalid. */
    static List<Holiday> read() {
        return read(LIST.open());
    }

    static List<Holiday> read(Reader source) {
        var entries = new TreeMap<LocalDate, Holiday>();
        LIST.forEach(source, row -> {
            var entry = entry(row);
            entries.merge(entry.date(), entry, HolidayList::onOneDay);
        });
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
        var line = ShippedCsv.line(row);
        try {
            var date = LocalDate.parse(row.get("tarih"));
            var name = row.get("ad");
            return switch (row.get("tur")) {
                case "TAM" -> new Holiday(date, name, false, false);
                case "YARIM" -> new Holiday(date, name, true, false);
                case "IZIN" -> new Holiday(date, name, false, true);
                default -> throw LIST.broken("line %d: tur is \"%s\"".formatted(line, row.get("tur")), null);
            };
        } catch (DateTimeParseException noDate) {
            throw LIST.broken("line %d: \"%s\" is no date".formatted(line, row.get("tarih")), noDate);
        }
    }
}

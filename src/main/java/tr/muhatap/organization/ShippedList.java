package tr.muhatap.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The units and topics that the program came with: {@code organization/birimler-konular.csv}. */
final class ShippedList {

    private static final String SOURCE = "/organization/birimler-konular.csv";
    private static final List<String> COLUMNS = List.of("birim", "birim_ad", "konu", "konu_ad");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    /** Fails where the list is missing or broken: without units nothing can be routed. */
    ShippedList() {
        this(open());
    }

    ShippedList(Reader source) {
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
                add(row);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw broken(String.valueOf(unreadable.getMessage()), unreadable);
        }
        if (units.isEmpty()) {
            throw broken("it has no unit", null);
        }
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    Catalogue catalogue() {
        return new Catalogue(
                units.values().stream()
                        .map(unit -> new UnitEntry(unit.code(), unit.name(), false, null))
                        .toList(),
                topics.values().stream()
                        .map(topic -> new TopicEntry(topic.code(), topic.name(), topic.unit(), "", false, false))
                        .toList());
    }

    private void add(CSVRecord row) {
        if (!row.isConsistent() || row.stream().anyMatch(String::isBlank)) {
            throw broken("line %d needs a value in each of %s".formatted(line(row), COLUMNS), null);
        }
        var unit = new Unit(row.get("birim"), row.get("birim_ad"));
        var topic = new Topic(row.get("konu"), row.get("konu_ad"), unit.code());
        for (var code : List.of(unit.code(), topic.code())) {
            if (!CODE.matcher(code).matches()) {
                throw broken("line %d: \"%s\" is no code".formatted(line(row), code), null);
            }
        }
        var known = units.putIfAbsent(unit.code(), unit);
        if (known != null && !known.equals(unit)) {
            throw broken("line %d: unit %s has two names".formatted(line(row), unit.code()), null);
        }
        if (topics.putIfAbsent(topic.code(), topic) != null) {
            throw broken("line %d: topic %s is there twice".formatted(line(row), topic.code()), null);
        }
    }

    private static long line(CSVRecord row) {
        return row.getRecordNumber() + 1;
    }

    private static IllegalStateException broken(String why, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The list of units and topics (%s) is broken: %s".formatted(SOURCE, why), cause);
    }

    private static Reader open() {
        InputStream source = ShippedList.class.getResourceAsStream(SOURCE);
        if (source == null) {
            throw broken("the file is missing", null);
        }
        return new InputStreamReader(source, StandardCharsets.UTF_8);
    }
}

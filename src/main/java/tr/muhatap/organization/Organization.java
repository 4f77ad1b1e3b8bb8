package tr.muhatap.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.text.TurkishText;

/** The municipality's units and their topics, read once at start from {@code organization/birimler-konular.csv}. */
@Component
public class Organization {

    private static final String SOURCE = "/organization/birimler-konular.csv";
    private static final List<String> COLUMNS = List.of("birim", "birim_ad", "konu", "konu_ad");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, Unit> units;
    private final Map<String, Topic> topics;

    /** Fails where the list is missing or broken: without units nothing can be routed. */
    public Organization() {
        this(open());
    }

    Organization(Reader source) {
        var readUnits = new LinkedHashMap<String, Unit>();
        var readTopics = new LinkedHashMap<String, Topic>();
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
                add(row, readUnits, readTopics);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw broken(String.valueOf(unreadable.getMessage()), unreadable);
        }
        if (readUnits.isEmpty()) {
            throw broken("it has no unit", null);
        }
        units = Collections.unmodifiableMap(readUnits);
        topics = Collections.unmodifiableMap(readTopics);
    }

    /** Every unit, in the order of the list. */
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** Every topic, in the order of the list. */
    public List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    public Optional<Topic> topic(String code) {
        return Optional.ofNullable(topics.get(code));
    }

    /**
     * The topics that somebody means by some words, the likeliest first: each word begins a word of the topic's name,
     * or, where that finds none, is part of it. Without words none.
     */
    public List<Topic> topicsLike(String typed) {
        String words = TurkishText.folded(typed).strip();
        if (words.isEmpty()) {
            return List.of();
        }
        var beginnings = topicsHolding(words, " ", name -> " " + name);
        if (!beginnings.isEmpty()) {
            return beginnings;
        }
        var inside = topicsHolding(words, "", name -> name);
        // "işyeri" is typed for "İş yeri" as well
        return inside.isEmpty() ? topicsHolding(words, "", name -> name.replace(" ", "")) : inside;
    }

    private List<Topic> topicsHolding(String words, String before, UnaryOperator<String> searched) {
        var each = List.of(words.split("\\s+"));
        return topics.values().stream()
                .filter(topic -> each.stream()
                        .allMatch(word ->
                                searched.apply(TurkishText.folded(topic.name())).contains(before + word)))
                .sorted(Comparator.comparing(
                        topic -> !TurkishText.folded(topic.name()).startsWith(words)))
                .toList();
    }

    private static void add(CSVRecord row, Map<String, Unit> units, Map<String, Topic> topics) {
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
        InputStream source = Organization.class.getResourceAsStream(SOURCE);
        if (source == null) {
            throw broken("the file is missing", null);
        }
        return new InputStreamReader(source, StandardCharsets.UTF_8);
    }
}

package tr.muhatap.organization;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import tr.muhatap.text.ShippedCsv;

/** The units and topics that the program came with: {@code organization/birimler-konular.csv}. */
final class ShippedList {

    private static final ShippedCsv LIST = new ShippedCsv(
            "list of units and topics",
            "/organization/birimler-konular.csv",
            List.of("birim", "birim_ad", "konu", "konu_ad"));
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    /** Fails if the list is missing or invalid: without units nothing can be routed. */
    ShippedList() {
        this(LIST.open());
    }

    ShippedList(Reader source) {
        LIST.forEach(source, this::add);
        if (units.isEmpty()) {
            throw LIST.broken("it has no unit", null);
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
        var line = ShippedCsv.line(row);
        var unit = new Unit(row.get("birim"), row.get("birim_ad"));
        var topic = new Topic(row.get("konu"), row.get("konu_ad"), unit.code());
        for (var code : List.of(unit.code(), topic.code())) {
            if (!CODE.matcher(code).matches()) {
                throw LIST.broken("line %d: \"%s\" is no code".formatted(line, code), null);
            }
        }
        var known = units.putIfAbsent(unit.code(), unit);
        if (known != null && !known.equals(unit)) {
            throw LIST.broken("line %d: unit %s has two names".formatted(line, unit.code()), null);
        }
        if (topics.putIfAbsent(topic.code(), topic) != null) {
            throw LIST.broken("line %d: topic %s is there twice".formatted(line, topic.code()), null);
        }
    }
}

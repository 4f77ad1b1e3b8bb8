package tr.muhatap.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.organization.Unit;
import tr.muhatap.text.Texts;

/** Formats and parses cells for users. */
@Component
public class RuleWords {

    private static final String WHATEVER = Texts.of("rules.rule-words.hepsi");

    private final Map<Column.Type, Map<String, String>> choices;
    private final Organization organization;

    RuleWords(Organization organization) {
        this.organization = organization;
        choices = Map.of(
                Column.Type.CHANNEL, labels(Arrays.stream(Channel.values()), Channel::name, Channel::label),
                Column.Type.FLAG, labels(Stream.of("false", "true"), flag -> flag, RuleWords::yesOrNo),
                Column.Type.DAY_UNIT, labels(Arrays.stream(DayUnit.values()), DayUnit::name, DayUnit::label),
                Column.Type.KIND, labels(Arrays.stream(Kind.values()), Kind::name, Kind::label));
    }

    /** Options of a cell, code and label in order; empty for free text. */
    public Map<String, String> choices(Column column) {
        return switch (column.type()) {
            case TOPIC -> labels(organization.topics().stream(), Topic::code, Topic::name);
            case UNIT -> labels(organization.units().stream(), Unit::code, Unit::name);
            default -> choices.getOrDefault(column.type(), Map.of());
        };
    }

    /** Whether a cell names something that may be chosen, or a unit or topic that was closed since. */
    boolean isKnown(Column column, String cell) {
        return switch (column.type()) {
            case TOPIC -> organization.topic(cell).isPresent();
            case UNIT -> organization.unit(cell).isPresent();
            default -> choices(column).containsKey(cell);
        };
    }

    /** A cell formatted for display. */
    public String inWords(Column column, String cell) {
        if (column.input() && cell.isEmpty()) {
            return WHATEVER;
        }
        return switch (column.type()) {
            case PAPERS -> Papers.inWords(cell);
            case TOPIC -> organization.topic(cell).map(Topic::name).orElse(cell);
            case UNIT -> organization.unit(cell).map(Unit::name).orElse(cell);
            default -> choices(column).getOrDefault(cell, cell);
        };
    }

    /** A cell formatted for a form. */
    public String typed(Column column, String cell) {
        return column.type() == Column.Type.PAPERS ? Papers.inWords(cell) : cell;
    }

    /** Name of a row in messages. */
    public String name(RuleTable table, RuleRow row) {
        return table.columns().stream()
                .filter(Column::input)
                .filter(column -> !row.get(column.name()).isEmpty())
                .filter(column -> column.type() != Column.Type.FLAG
                        || row.get(column.name()).equals("true"))
                .map(column -> switch (column.type()) {
                    case FLAG -> Texts.of("rules.rule-words.flag");
                    case WORDS -> "“" + row.get(column.name()) + "”";
                    default -> inWords(column, row.get(column.name()));
                })
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "),
                        name -> name.isEmpty() ? Texts.of("rules.rule-words.butun-basvurular") : name));
    }

    /** Help text about the format; empty if none is needed. */
    public String help(Column column) {
        return switch (column.type()) {
            case PAPERS -> Papers.help();
            case WORDS -> Texts.of("rules.rule-words.words");
            case NUMBER -> column.name().equals("no") ? "" : Texts.of("rules.rule-words.number");
            default -> "";
        };
    }

    private static String yesOrNo(String flag) {
        return flag.equals("true") ? Texts.of("rules.rule-words.evet") : Texts.of("rules.rule-words.hayir");
    }

    private static <T> Map<String, String> labels(Stream<T> all, Function<T, String> code, Function<T, String> label) {
        var labels = new LinkedHashMap<String, String>();
        all.forEach(each -> labels.put(code.apply(each), label.apply(each)));
        return labels;
    }
}

package tr.muhatap.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import tr.muhatap.rules.Column;
import tr.muhatap.rules.RuleRow;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.text.TurkishText;

/**
 * Converts decision tables to and from DMN. Only rules are generated; everything else is copied from the shipped table.
 * Cells are plain values written as literals, so that user input is never evaluated. Reading accepts only what writing
 * would produce: a table with any other expression is rejected.
 */
final class DmnTable {

    /** An additional output for tests: the row's index. */
    static final String PLACE = "satir";

    private DmnTable() {}

    /** The rows of a table; empty if one of its cells is not a plain value. */
    static Optional<List<RuleRow>> read(RuleTable table, DmnModelInstance model) {
        var decisionTable = decisionTable(model);
        if (!columns(decisionTable)
                .equals(table.columns().stream().map(Column::name).toList())) {
            return Optional.empty();
        }
        var rows = new ArrayList<RuleRow>();
        for (var rule : decisionTable.getRules()) {
            var cells = new HashMap<String, String>();
            var entries = new ArrayList<DmnElement>(rule.getInputEntries());
            entries.addAll(rule.getOutputEntries());
            for (int i = 0; i < entries.size(); i++) {
                var column = table.columns().get(i);
                String cell = cell(column, text(entries.get(i)), description(entries.get(i)));
                if (cell == null) {
                    return Optional.empty();
                }
                cells.put(column.name(), cell);
            }
            rows.add(RuleRow.of(table, cells));
        }
        return Optional.of(rows);
    }

    /**
     * Generates DMN.
     *
     * @param frame the shipped table
     * @param withPlace whether {@link #PLACE} is added
     */
    static byte[] write(RuleTable table, List<RuleRow> rows, byte[] frame, boolean withPlace) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(frame));
        var decisionTable = decisionTable(model);
        decisionTable.getRules().clear();
        if (withPlace) {
            var place = model.newInstance(Output.class);
            place.setName(PLACE);
            place.setTypeRef("integer");
            decisionTable.getOutputs().add(place);
        }
        for (int i = 0; i < rows.size(); i++) {
            var rule = model.newInstance(Rule.class);
            rule.setId("Satir_" + (i + 1));
            decisionTable.getRules().add(rule);
            for (var column : table.columns()) {
                String cell = rows.get(i).get(column.name());
                var entry = column.input() ? model.newInstance(InputEntry.class) : model.newInstance(OutputEntry.class);
                add(rule, entry);
                if (column.type() == Column.Type.WORDS && !cell.isEmpty()) {
                    var typed = model.newInstance(Description.class);
                    typed.setTextContent(cell);
                    entry.setDescription(typed);
                }
                setText(model, entry, literal(column, cell));
            }
            if (withPlace) {
                var entry = model.newInstance(OutputEntry.class);
                add(rule, entry);
                setText(model, entry, String.valueOf(i));
            }
        }
        return Dmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Rule rule, DmnElement entry) {
        if (entry instanceof InputEntry input) {
            rule.getInputEntries().add(input);
        } else {
            rule.getOutputEntries().add((OutputEntry) entry);
        }
    }

    private static DecisionTable decisionTable(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    private static List<@Nullable String> columns(DecisionTable table) {
        var names = new ArrayList<@Nullable String>();
        table.getInputs().stream().map(Input::getCamundaInputVariable).forEach(names::add);
        table.getOutputs().stream().map(Output::getName).forEach(names::add);
        return names;
    }

    /** Formats a value as FEEL; an empty input matches anything. */
    private static String literal(Column column, String cell) {
        return switch (column.type()) {
            case NUMBER, FLAG -> cell;
            case WORDS -> contains(cell);
            case CHANNEL, LINE, PAPERS, DAY_UNIT, TOPIC, KIND, UNIT ->
                column.input() && cell.isEmpty() ? "" : quoted(cell);
        };
    }

    /** FEEL treats a backslash before a quotation mark specially: such values are not allowed. */
    private static String quoted(String value) {
        if (value.contains("\\")) {
            throw new IllegalArgumentException("A backslash in a cell: " + value);
        }
        return "\"" + value.replace("\"", "\\\"") + "\"";
    }

    /** Whether one of the words is a prefix of a word of the text; words consist of letters, digits and spaces only. */
    private static String contains(String cell) {
        return List.of(cell.split(",")).stream()
                .map(TurkishText::words)
                .filter(word -> !word.isEmpty())
                .map(word -> "contains(?, " + quoted(word.substring(0, word.length() - 1)) + ")")
                .collect(Collectors.joining(" or "));
    }

    /** The value written as this text; null if there is none. */
    private static @Nullable String cell(Column column, String text, String description) {
        String cell = switch (column.type()) {
            case NUMBER -> text.matches("[0-9]+") ? text : null;
            case FLAG -> text;
            case WORDS -> description;
            case CHANNEL, LINE, PAPERS, DAY_UNIT, TOPIC, KIND, UNIT -> unquoted(text);
        };
        boolean isFlag = column.type() != Column.Type.FLAG
                || List.of("", "true", "false").contains(text);
        return cell != null
                        && isFlag
                        && !cell.contains("\\")
                        && literal(column, cell).equals(text)
                ? cell
                : null;
    }

    private static String unquoted(String text) {
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1).replace("\\\"", "\"");
    }

    private static String text(DmnElement entry) {
        Collection<Text> texts = entry.getChildElementsByType(Text.class);
        String text =
                texts.isEmpty() ? "" : texts.iterator().next().getTextContent().strip();
        return text.equals("-") ? "" : text;
    }

    private static String description(DmnElement entry) {
        return entry.getDescription() == null ? "" : entry.getDescription().getTextContent();
    }

    private static void setText(DmnModelInstance model, DmnElement entry, String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        if (entry instanceof InputEntry input) {
            input.setText(text);
        } else {
            ((OutputEntry) entry).setText(text);
        }
    }
}

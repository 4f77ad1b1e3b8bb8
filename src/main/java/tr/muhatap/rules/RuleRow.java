package tr.muhatap.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a decision table: plain values by the name of their column, never an expression. What is not there is
 * empty.
 *
 * @param cells codes and words, e.g. {@code kanal: CIMER}, {@code sure: 15}
 */
public record RuleRow(Map<String, String> cells) {

    public RuleRow {
        cells = Map.copyOf(cells);
    }

    /** A row of a table, with every one of its columns and no other. */
    public static RuleRow of(RuleTable table, Map<String, String> given) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            cells.put(column.name(), given.getOrDefault(column.name(), ""));
        }
        return new RuleRow(cells);
    }

    public String get(String column) {
        return cells.getOrDefault(column, "");
    }
}

package tr.muhatap.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a decision table: plain values by column name, never an expression. Missing values are empty.
 *
 * @param cells codes and words, e.g. {@code kanal: CIMER}, {@code sure: 15}
 */
public record RuleRow(Map<String, String> cells) {

    public RuleRow {
        cells = Map.copyOf(cells);
    }

    /** A row of a table with exactly its columns. */
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

package tr.muhatap.intake.aktarim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tr.muhatap.text.TurkishText;

/**
 * Which column of a source's lists says what, by the names of the columns.
 *
 * @param name under which the office keeps it
 * @param channel the source
 * @param columns a field's column; several names that one column may have are parted by {@code |}
 */
public record ColumnMap(String name, String channel, Map<SourceField, String> columns) {

    private static final String OR = "\\|";

    public ColumnMap {
        var ordered = new EnumMap<SourceField, String>(SourceField.class);
        ordered.putAll(columns);
        columns = ordered;
    }

    /**
     * A map laid upon a list.
     *
     * @param at number of the column of each field that the list has
     * @param missing fields of the map that the list has no column for
     * @param unused columns that the map does not speak of
     */
    public record Fitted(Map<SourceField, Integer> at, Set<SourceField> missing, List<String> unused) {

        /** Whether everything is there without which no list is taken. */
        public boolean suffices() {
            return at.containsKey(SourceField.NUMARA) && at.containsKey(SourceField.METIN);
        }
    }

    /** Lays it upon the columns of a list; letters, marks and blanks that a reader takes for the same are the same. */
    public Fitted on(List<String> headers) {
        var words = headers.stream().map(TurkishText::words).toList();
        var at = new EnumMap<SourceField, Integer>(SourceField.class);
        var missing = new LinkedHashSet<SourceField>();
        columns.forEach((field, names) -> {
            int column = column(names, words);
            if (column >= 0) {
                at.put(field, column);
            } else {
                missing.add(field);
            }
        });
        var unused = new ArrayList<String>();
        for (int column = 0; column < headers.size(); column++) {
            if (!headers.get(column).isBlank()
                    && !at.containsValue(column)
                    && !headers.get(column).equals(RefusedRows.COLUMN)) {
                unused.add(headers.get(column));
            }
        }
        return new Fitted(at, missing, unused);
    }

    /** How well it fits: how many of its fields the list has. */
    int fit(List<String> headers) {
        return on(headers).at().size();
    }

    /** The names that one column may have. */
    static Stream<String> namesOf(String column) {
        return Arrays.stream(column.split(OR));
    }

    private static int column(String names, List<String> words) {
        for (var name : namesOf(names).toList()) {
            String wanted = TurkishText.words(name);
            int found = wanted.isEmpty() ? -1 : words.indexOf(wanted);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}

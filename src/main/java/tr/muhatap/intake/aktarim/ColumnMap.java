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
 * Maps the columns of a source's lists to fields, by column name.
 *
 * @param name under which it is stored
 * @param channel the source
 * @param columns column of each field; alternative names are separated by {@code |}
 */
public record ColumnMap(String name, String channel, Map<SourceField, String> columns) {

    private static final String OR = "\\|";

    public ColumnMap {
        var ordered = new EnumMap<SourceField, String>(SourceField.class);
        ordered.putAll(columns);
        columns = ordered;
    }

    /**
     * A map applied to a list.
     *
     * @param at column index of each field present in the list
     * @param missing fields of the map without a column in the list
     * @param unused columns without a field in the map
     */
    public record Fitted(Map<SourceField, Integer> at, Set<SourceField> missing, List<String> unused) {

        /** Whether all required fields are present. */
        public boolean suffices() {
            return at.containsKey(SourceField.NUMARA) && at.containsKey(SourceField.METIN);
        }
    }

    /** Applies it to the columns of a list, ignoring case, diacritics and blanks. */
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

    /** Number of its fields that the list has. */
    int fit(List<String> headers) {
        return on(headers).at().size();
    }

    /** Alternative names of a column. */
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

package tr.muhatap.rules;

/**
 * A column of a decision table.
 *
 * @param name name in the table and in forms
 * @param label display name
 * @param type type of its cells
 * @param input whether it is an input; otherwise an output
 */
public record Column(String name, String label, Type type, boolean input) {

    /** Type of a cell; an empty input matches anything. */
    public enum Type {
        CHANNEL,
        FLAG,
        NUMBER,
        /** A single line of text. */
        LINE,
        /** Required papers, see {@link Papers}. */
        PAPERS,
        DAY_UNIT,
        TOPIC,
        KIND,
        /** Words of which the text has to contain one, separated by commas. */
        WORDS,
        UNIT;

        /** Whether the value is chosen from a fixed list. */
        public boolean isChoice() {
            return this == CHANNEL || this == FLAG || this == DAY_UNIT || this == TOPIC || this == KIND || this == UNIT;
        }
    }

    static Column input(String name, String label, Type type) {
        return new Column(name, label, type, true);
    }

    static Column output(String name, String label, Type type) {
        return new Column(name, label, type, false);
    }
}

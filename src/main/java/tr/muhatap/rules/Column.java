package tr.muhatap.rules;

/**
 * A column of a decision table.
 *
 * @param name its name in the table and in forms
 * @param label its name as people read it
 * @param type what its cells hold
 * @param input whether the row is chosen by it; else it is what the row decides
 */
public record Column(String name, String label, Type type, boolean input) {

    /** What a cell holds; an empty cell of an input means: whatever it is. */
    public enum Type {
        CHANNEL,
        FLAG,
        NUMBER,
        /** One line of words. */
        LINE,
        /** The papers that are demanded, see {@link Papers}. */
        PAPERS,
        DAY_UNIT,
        TOPIC,
        KIND,
        /** Words of which the text has to hold one, parted by commas. */
        WORDS,
        UNIT;

        /** Whether one of a fixed list is chosen. */
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

package tr.muhatap.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decision tables in the engine that decides by them. */
public interface DecisionTables {

    /** Every version, the newest first; the newest is in force. Queried again each time. */
    List<TableVersion> versions(RuleTable table);

    /** The rows of a version; empty if there is no such version, or where it is not made of plain values. */
    Optional<List<RuleRow>> rows(RuleTable table, int version);

    /** The rows that came with this program. */
    List<RuleRow> shippedRows(RuleTable table);

    /** A digest of the table that came with this program. */
    String shippedDigest(RuleTable table);

    /**
     * Makes rows the newest version, in the transaction that is running; from its end on they decide.
     *
     * @return the version's number
     */
    int publish(RuleTable table, List<RuleRow> rows);

    /**
     * Which row decides, published or not, by the engine's own word.
     *
     * @param inputs by the name of their column: text, or a truth value for a flag
     * @return the row's place from 0; empty if none fits
     */
    Optional<Integer> deciding(RuleTable table, List<RuleRow> rows, Map<String, ? extends @Nullable Object> inputs);
}

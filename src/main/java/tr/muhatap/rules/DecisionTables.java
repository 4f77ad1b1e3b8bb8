package tr.muhatap.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Access to the decision tables in the engine. */
public interface DecisionTables {

    /** All versions, newest first, which is in force. Not cached. */
    List<TableVersion> versions(RuleTable table);

    /** The rows of a version; empty if there is no such version, or if it contains other than plain values. */
    Optional<List<RuleRow>> rows(RuleTable table, int version);

    /** The shipped rows. */
    List<RuleRow> shippedRows(RuleTable table);

    /** Digest of the shipped table. */
    String shippedDigest(RuleTable table);

    /**
     * Publishes rows as the latest version, effective after the commit of the current transaction.
     *
     * @return the version's number
     */
    int publish(RuleTable table, List<RuleRow> rows);

    /**
     * The matching row, evaluated by the engine.
     *
     * @param inputs by column name: text, or a Boolean for a flag
     * @return the row's index from 0; empty if none matches
     */
    Optional<Integer> deciding(RuleTable table, List<RuleRow> rows, Map<String, ? extends @Nullable Object> inputs);
}

package tr.muhatap.rules;

import java.time.Instant;
import java.util.List;

/**
 * A user's draft.
 *
 * @param baseVersion version in force when it was created
 * @param revision incremented with every change, for optimistic locking
 */
public record RuleDraft(
        RuleTable table, String by, int baseVersion, int revision, List<RuleRow> rows, Instant changedAt) {}

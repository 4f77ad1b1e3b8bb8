package tr.muhatap.rules;

import java.time.Instant;
import java.util.List;

/**
 * What somebody prepares.
 *
 * @param baseVersion version in force when it was begun
 * @param revision grows with every change, so that a form of an older state is recognised
 */
public record RuleDraft(
        RuleTable table, String by, int baseVersion, int revision, List<RuleRow> rows, Instant changedAt) {}

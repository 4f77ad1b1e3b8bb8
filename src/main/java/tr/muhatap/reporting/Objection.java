package tr.muhatap.reporting;

import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.AppealOutcome;

/**
 * An objection before the Board.
 *
 * @param refused whether what it is about was refused, in whole or in part, by silence, or not processed
 * @param outcome null as long as the Board has not decided
 */
record Objection(String number, boolean refused, @Nullable AppealOutcome outcome) {}

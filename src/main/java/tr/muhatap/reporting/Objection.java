package tr.muhatap.reporting;

import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.AppealOutcome;

/**
 * An objection before the Board.
 *
 * @param refused whether it is about a refusal, in whole or in part, by silence, or about a request that was not
 *     processed
 * @param outcome null until the Board has decided
 */
record Objection(String number, boolean refused, @Nullable AppealOutcome outcome) {}

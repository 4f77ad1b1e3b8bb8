package tr.muhatap.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param version grows with each change
 * @param topic code of the topic; null if it belongs to none
 * @param unit code of the unit that answers for it; null: the manager alone
 * @param used how often it was given in the last thirty days
 * @param usedInAll how often it was ever given
 */
public record KnownAnswer(
        long id,
        int version,
        String question,
        String answer,
        @Nullable String topic,
        @Nullable String unit,
        String changedBy,
        Instant changedAt,
        long used,
        long usedInAll) {}

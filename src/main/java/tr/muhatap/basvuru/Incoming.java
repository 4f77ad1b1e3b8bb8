package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an incoming application apart from its content.
 *
 * @param answerBy how the applicant wants to be answered; null if not stated
 * @param paperNumber registration number in the document system (EBYS)
 * @param paperDate its date
 * @param foreigner true if the applicant is a foreigner or a foreign legal person (4982 md. 4, 3071 md. 3); null, not false,
 *     otherwise, as the database reads it
 * @param passedOnBy who passed it on; null for the applicant
 */
public record Incoming(
        @Nullable AnswerBy answerBy,
        @Nullable String paperNumber,
        @Nullable LocalDate paperDate,
        @Nullable Boolean foreigner,
        @Nullable PassedOnBy passedOnBy) {

    public static final Incoming NOTHING = new Incoming(null, null, null, null, null);

    public Incoming {
        foreigner = Boolean.TRUE.equals(foreigner) ? true : null;
    }

    /** Whether a foreigner applies. */
    public boolean isForeigners() {
        return foreigner != null;
    }

    /** Who passed it on is counted; the paper's number leads to a person. Null if nothing is left. */
    @Nullable
    Incoming erased() {
        return passedOnBy == null ? null : new Incoming(null, null, null, null, passedOnBy);
    }
}

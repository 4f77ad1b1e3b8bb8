package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an incoming document apart from its content.
 *
 * @param answerBy how the applicant wants to be answered; null if not stated
 * @param paperNumber registration number in the document system (EBYS)
 * @param paperDate its date
 */
public record Incoming(
        @Nullable AnswerBy answerBy,
        @Nullable String paperNumber,
        @Nullable LocalDate paperDate) {

    public static final Incoming NOTHING = new Incoming(null, null, null);
}

package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an incoming paper other than its matter.
 *
 * @param answerBy how the applicant wants to be answered; null where nobody said
 * @param paperNumber number under which the document system (EBYS) took the paper in
 * @param paperDate the day of it
 */
public record Incoming(
        @Nullable AnswerBy answerBy,
        @Nullable String paperNumber,
        @Nullable LocalDate paperDate) {

    public static final Incoming NOTHING = new Incoming(null, null, null);
}

package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An objection before the Bilgi Edinme Değerlendirme Kurulu (4982 md. 13).
 *
 * @param answerUntil last day on which the office may answer the Board's questions: 15 iş günü from registration
 * @param answeredOn when the Board was answered
 * @param outcome what the Board decided
 */
record Appeal(
        LocalDate filedOn,
        String boardNumber,
        LocalDate registeredOn,
        LocalDate answerUntil,
        @Nullable LocalDate answeredOn,
        @Nullable AppealOutcome outcome) {

    Appeal answered(LocalDate on) {
        return new Appeal(filedOn, boardNumber, registeredOn, answerUntil, on, outcome);
    }

    Appeal decided(AppealOutcome how) {
        return new Appeal(filedOn, boardNumber, registeredOn, answerUntil, answeredOn, how);
    }

    Appeal answerableUntil(LocalDate day) {
        return new Appeal(filedOn, boardNumber, registeredOn, day, answeredOn, outcome);
    }
}

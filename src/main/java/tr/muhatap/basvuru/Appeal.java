package tr.muhatap.basvuru;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Days;
import tr.muhatap.text.Texts;

/**
 * An objection before the Bilgi Edinme Değerlendirme Kurulu (4982 md. 13): within 15 gün of the answer; the office has
 * 15 iş günü from its registration to answer the Board.
 *
 * @param answerUntil last day on which the office may answer the Board's questions
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

    private static final int DAYS_TO_OBJECT = 15;
    private static final int WORKING_DAYS_TO_ANSWER_BOARD = 15;

    /**
     * Registered today.
     *
     * @param closedOn the day on which the answer went out
     * @param servedOn the day on which it reached the applicant; null: the day on which it went out
     * @throws tr.muhatap.problem.RuleViolationException where a day contradicts another, or the objection is too late
     */
    static Appeal filed(
            LocalDate filedOn,
            String boardNumber,
            @Nullable LocalDate servedOn,
            LocalDate closedOn,
            Deadlines deadlines,
            LocalDate today) {
        Refusal.check(whyNotFiled(filedOn, servedOn, closedOn, deadlines, today));
        return new Appeal(filedOn, boardNumber, today, answerToBoard(deadlines, today), null, null);
    }

    private static @Nullable Refusal whyNotFiled(
            LocalDate filedOn, @Nullable LocalDate servedOn, LocalDate closedOn, Deadlines deadlines, LocalDate today) {
        if (filedOn.isAfter(today)) {
            return BasvuruRefusal.ITIRAZ_ILERIDE.because(Texts.of("basvuru.ret.itiraz-ileride"));
        }
        if (filedOn.isBefore(closedOn)) {
            return BasvuruRefusal.ITIRAZ_CEVAPTAN_ONCE.because(Texts.of("basvuru.ret.itiraz-cevaptan-once"));
        }
        var served = servedOn == null ? closedOn : servedOn;
        if (served.isBefore(closedOn) || served.isAfter(filedOn)) {
            return BasvuruRefusal.ITIRAZ_TEBLIG_GUNU.because(Texts.of("basvuru.ret.itiraz-teblig-gunu"));
        }
        var lastDay = deadlines
                .period(
                        PeriodOf.CITIZEN,
                        served,
                        DAYS_TO_OBJECT,
                        DayUnit.GUN,
                        Texts.of("basvuru.appeal.4982-sayili-kanun-md-13"))
                .lastDay();
        return filedOn.isAfter(lastDay)
                ? BasvuruRefusal.ITIRAZ_GEC.because(Texts.of("basvuru.ret.itiraz-gec", Days.written(lastDay)))
                : null;
    }

    /** @throws tr.muhatap.problem.RuleViolationException where the day lies before its registration or in the future */
    Appeal answered(LocalDate on, LocalDate today) {
        if (on.isAfter(today) || on.isBefore(registeredOn)) {
            throw BasvuruRefusal.KURUL_CEVABI_GUNU
                    .because(Texts.of("basvuru.ret.kurul-cevabi-gunu"))
                    .exception();
        }
        return new Appeal(filedOn, boardNumber, registeredOn, answerUntil, on, outcome);
    }

    Appeal decided(AppealOutcome how) {
        return new Appeal(filedOn, boardNumber, registeredOn, answerUntil, answeredOn, how);
    }

    /** With the office's limit by the holiday table as it is now. */
    Appeal recomputed(Deadlines deadlines) {
        return new Appeal(
                filedOn, boardNumber, registeredOn, answerToBoard(deadlines, registeredOn), answeredOn, outcome);
    }

    boolean undecided() {
        return outcome == null;
    }

    /** Whether the Board waits for the office's answer. */
    boolean awaitsAnswer() {
        return answeredOn == null && undecided();
    }

    private static LocalDate answerToBoard(Deadlines deadlines, LocalDate registeredOn) {
        return deadlines
                .period(
                        PeriodOf.OFFICE,
                        registeredOn,
                        WORKING_DAYS_TO_ANSWER_BOARD,
                        DayUnit.IS_GUNU,
                        Texts.of("basvuru.appeal.4982-sayili-kanun-md-13"))
                .lastDay();
    }
}

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
 * A request to another body about an application (2020/2646 sayılı Yönetmelik md. 33): an opinion is due within 15,
 * information within 5 iş günü. Waiting for it moves no limit of the application.
 *
 * @param ordinal 1 for the first one of an application, and so on
 * @param body who was asked
 * @param dueOn last day of the other body, Europe/Istanbul
 * @param answer its answer, if recorded
 * @param reason why it was withdrawn
 * @param calendarVersion of the holiday table with which the last day was computed
 */
public record Opinion(
        String number,
        int ordinal,
        OpinionKind kind,
        String body,
        String question,
        LocalDate askedOn,
        LocalDate dueOn,
        @Nullable LocalDate answeredOn,
        @Nullable String answer,
        @Nullable LocalDate withdrawnOn,
        @Nullable String reason,
        long calendarVersion) {

    /**
     * The question.
     *
     * @param askedOn date of the letter to the other body
     */
    public record Question(OpinionKind kind, String body, String words, LocalDate askedOn) {}

    static Opinion asked(String number, int ordinal, Question question, Deadlines deadlines) {
        return new Opinion(
                number,
                ordinal,
                question.kind(),
                question.body(),
                question.words(),
                question.askedOn(),
                due(question.kind(), question.askedOn(), deadlines),
                null,
                null,
                null,
                null,
                deadlines.calendarVersion());
    }

    private static LocalDate due(OpinionKind kind, LocalDate askedOn, Deadlines deadlines) {
        return deadlines
                .period(
                        PeriodOf.OFFICE,
                        askedOn,
                        kind.workingDays(),
                        DayUnit.IS_GUNU,
                        Texts.of("basvuru.opinion.2020-2646-sayili-yonetmelik-in"))
                .lastDay();
    }

    /** @throws tr.muhatap.problem.RuleViolationException if the day lies before the question or in the future */
    Opinion answered(LocalDate on, @Nullable String words, LocalDate today) {
        Refusal.check(unlessOpen());
        Refusal.check(
                on.isBefore(askedOn) || on.isAfter(today)
                        ? BasvuruRefusal.GORUS_TARIHI.because(
                                Texts.of("basvuru.ret.gorus-tarihi-2", Days.written(askedOn)))
                        : null);
        return new Opinion(
                number, ordinal, kind, body, question, askedOn, dueOn, on, words, null, null, calendarVersion);
    }

    Opinion withdrawn(String why, LocalDate today) {
        Refusal.check(unlessOpen());
        return new Opinion(
                number, ordinal, kind, body, question, askedOn, dueOn, null, null, today, why, calendarVersion);
    }

    /** A copy with its last day by the current holiday table. */
    Opinion recomputed(Deadlines deadlines) {
        return new Opinion(
                number,
                ordinal,
                kind,
                body,
                question,
                askedOn,
                due(kind, askedOn, deadlines),
                answeredOn,
                answer,
                withdrawnOn,
                reason,
                deadlines.calendarVersion());
    }

    private @Nullable Refusal unlessOpen() {
        return isOpen()
                ? null
                : BasvuruRefusal.GORUS_SONUCLANMIS.because(
                        answeredOn == null
                                ? Texts.of("basvuru.ret.gorus-sonuclanmis")
                                : Texts.of("basvuru.ret.gorus-sonuclanmis-2"));
    }

    public boolean isOpen() {
        return answeredOn == null && withdrawnOn == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && today.isAfter(dueOn);
    }

    /** Whether the answer is due after the application's last day: then an extension is proposed (4982 md. 11). */
    public boolean outlasts(LocalDate lastDay) {
        return isOpen() && !dueOn.isBefore(lastDay);
    }
}

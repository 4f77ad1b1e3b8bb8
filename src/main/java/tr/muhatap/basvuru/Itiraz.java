package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/**
 * An objection before the Bilgi Edinme Değerlendirme Kurulu (4982 md. 13): within 15 gün of the answer's service, or
 * after 30 gün without an answer (2577 md. 10). The office answers the Board within 15 iş günü of the Board's request;
 * if late, it is escalated to the manager, then to the Şube Müdürü.
 */
@Table
class Itiraz extends AbstractAggregateRoot<Itiraz> {

    private static final int DAYS_TO_OBJECT = 15;
    private static final int WORKING_DAYS_TO_ANSWER_BOARD = 15;

    @Id
    private final @Nullable Long id;

    @Version
    private @Nullable Long version;

    private final String number;
    private final ItirazKonusu subject;
    private final int round;
    private final LocalDate filedOn;
    private final String boardNumber;
    private final @Nullable LocalDate servedOn;
    private final LocalDate registeredOn;
    private @Nullable LocalDate requestedOn;
    private @Nullable LocalDate answerUntil;
    private int escalationLevel;
    private @Nullable Instant secondLimit;
    private @Nullable LocalDate answeredOn;
    private @Nullable AppealOutcome outcome;
    private long calendarVersion;

    @PersistenceCreator
    Itiraz(
            @Nullable Long id,
            @Nullable Long version,
            String number,
            ItirazKonusu subject,
            int round,
            LocalDate filedOn,
            String boardNumber,
            @Nullable LocalDate servedOn,
            LocalDate registeredOn,
            @Nullable LocalDate requestedOn,
            @Nullable LocalDate answerUntil,
            int escalationLevel,
            @Nullable Instant secondLimit,
            @Nullable LocalDate answeredOn,
            @Nullable AppealOutcome outcome,
            long calendarVersion) {
        this.id = id;
        this.version = version;
        this.number = number;
        this.subject = subject;
        this.round = round;
        this.filedOn = filedOn;
        this.boardNumber = boardNumber;
        this.servedOn = servedOn;
        this.registeredOn = registeredOn;
        this.requestedOn = requestedOn;
        this.answerUntil = answerUntil;
        this.escalationLevel = escalationLevel;
        this.secondLimit = secondLimit;
        this.answeredOn = answeredOn;
        this.outcome = outcome;
        this.calendarVersion = calendarVersion;
    }

    /**
     * Input of a new objection.
     *
     * @param servedOn the day on which the answer reached the applicant; null: as recorded
     * @param requestedOn the day of the Board's request; null if it has not been received yet
     */
    record Filing(
            LocalDate filedOn,
            String boardNumber,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate requestedOn) {}

    /** @param earlier all objections about the same application */
    static Itiraz file(
            Basvuru basvuru, List<Itiraz> earlier, Filing filing, Deadlines deadlines, String actor, Instant now) {
        var today = OfficeDays.dayOf(now);
        Refusal.check(Refusal.first(
                LegalRules.whyNotAppeal(basvuru, earlier, now),
                LegalRules.whyNotFiled(basvuru, filing, deadlines, today)));
        var subject = LegalRules.subjectOf(basvuru, filing.filedOn());
        var filed = new Itiraz(
                null,
                null,
                basvuru.number(),
                subject,
                basvuru.reopenings(),
                filing.filedOn(),
                filing.boardNumber(),
                filing.servedOn(),
                today,
                null,
                null,
                0,
                null,
                null,
                null,
                deadlines.calendarVersion());
        filed.registerEvent(new BasvuruEvent.ItirazEdildi(
                basvuru.number(),
                now,
                actor,
                subject,
                filing.filedOn(),
                filing.boardNumber(),
                filing.servedOn(),
                null));
        var requestedOn = filing.requestedOn();
        if (requestedOn != null) {
            filed.request(requestedOn, deadlines, actor, now);
        }
        return filed;
    }

    /** The Board requested an answer: the office has 15 iş günü (4982 md. 13). */
    void request(LocalDate on, Deadlines deadlines, String actor, Instant now) {
        if (on.isAfter(OfficeDays.dayOf(now)) || on.isBefore(filedOn)) {
            throw BasvuruRefusal.KURUL_ISTEGI_GUNU
                    .because(Texts.of("basvuru.ret.kurul-istegi-gunu"))
                    .exception();
        }
        requestedOn = on;
        answerUntil = answerToBoard(deadlines, on);
        registerEvent(new BasvuruEvent.KurulBilgiIstedi(number, now, actor, boardNumber, on, answerUntil));
    }

    /** The Board was answered. */
    void answer(LocalDate on, String actor, Instant now) {
        var first = requestedOn == null ? registeredOn : requestedOn;
        if (on.isAfter(OfficeDays.dayOf(now)) || on.isBefore(first)) {
            throw BasvuruRefusal.KURUL_CEVABI_GUNU
                    .because(Texts.of("basvuru.ret.kurul-cevabi-gunu"))
                    .exception();
        }
        answeredOn = on;
        boolean late = answerUntil != null && on.isAfter(answerUntil);
        registerEvent(new BasvuruEvent.KurulaCevapVerildi(number, now, actor, boardNumber, on, late));
    }

    /** The Board decided. */
    void decide(AppealOutcome how, String actor, Instant now) {
        outcome = how;
        registerEvent(new BasvuruEvent.ItirazSonuclandi(number, now, actor, boardNumber, how));
    }

    /** The limit to answer the Board passed: first level of escalation. Idempotent. */
    void markLate(Deadlines deadlines, Basvuru basvuru, String actor, Instant now) {
        if (!isClockRunning() || escalationLevel >= 1) {
            return;
        }
        escalationLevel = 1;
        secondLimit = secondLimit(deadlines, basvuru);
        registerEvent(new BasvuruEvent.KurulSuresiDoldu(number, now, actor, boardNumber, answerUntilOrFail()));
    }

    /** The second limit passed: second level of escalation. Idempotent. */
    void markSecondLevel(String actor, Instant now) {
        if (!isClockRunning() || escalationLevel >= 2) {
            return;
        }
        escalationLevel = 2;
        registerEvent(new BasvuruEvent.KurulIkinciSureDoldu(number, now, actor, boardNumber));
    }

    /** A manager reminds those who have to answer the Board. */
    void urge(String actor, Instant now) {
        registerEvent(new BasvuruEvent.KurulCevabiHatirlatildi(number, now, actor, boardNumber));
    }

    /**
     * The office changed its holiday table: withdraws an escalation whose limit moved into the future. Idempotent.
     *
     * @return whether one of its limits moved
     */
    boolean recalculate(Deadlines deadlines, Basvuru basvuru, String actor, Instant now) {
        calendarVersion = deadlines.calendarVersion();
        var old = answerUntil;
        if (!isClockRunning() || old == null || requestedOn == null) {
            return false;
        }
        var oldSecond = secondLimit;
        answerUntil = answerToBoard(deadlines, requestedOn);
        if (now.isBefore(lateFrom())) {
            escalationLevel = 0;
            secondLimit = null;
        } else if (escalationLevel >= 1) {
            var second = secondLimit(deadlines, basvuru);
            escalationLevel = now.isBefore(second) ? 1 : escalationLevel;
            secondLimit = second;
        }
        if (old.equals(answerUntil)) {
            return !Objects.equals(oldSecond, secondLimit);
        }
        registerEvent(new BasvuruEvent.KurulSuresiDegisti(number, now, actor, boardNumber, old, answerUntil));
        return true;
    }

    private Instant secondLimit(Deadlines deadlines, Basvuru basvuru) {
        return deadlines.secondLimit(Channel.ofInformationLaw(), basvuru.counting(), lateFrom());
    }

    /** Last day for a citizen's objection after service (4982 md. 13). */
    static LocalDate lastDayToObject(Deadlines deadlines, LocalDate servedOn) {
        return deadlines
                .period(PeriodOf.CITIZEN, servedOn, DAYS_TO_OBJECT, DayUnit.GUN, Texts.of("basvuru.itiraz.dayanak"))
                .lastDay();
    }

    private static LocalDate answerToBoard(Deadlines deadlines, LocalDate requestedOn) {
        return deadlines
                .period(
                        PeriodOf.OFFICE,
                        requestedOn,
                        WORKING_DAYS_TO_ANSWER_BOARD,
                        DayUnit.IS_GUNU,
                        Texts.of("basvuru.itiraz.dayanak"))
                .lastDay();
    }

    private LocalDate answerUntilOrFail() {
        return Optional.ofNullable(answerUntil).orElseThrow();
    }

    boolean isUndecided() {
        return outcome == null;
    }

    /** Whether the Board can still be answered. */
    boolean awaitsAnswer() {
        return answeredOn == null && isUndecided();
    }

    /** Whether the Board's request has not been entered yet. */
    boolean awaitsRequest() {
        return requestedOn == null && awaitsAnswer();
    }

    /** Whether the Board has requested an answer that is still due. */
    boolean isClockRunning() {
        return requestedOn != null && awaitsAnswer();
    }

    /** Whether it has the same subject and round. */
    boolean isAbout(ItirazKonusu what, int inRound) {
        return subject == what && round == inRound;
    }

    /** From this instant the answer to the Board is late. */
    Instant lateFrom() {
        return OfficeDays.startOf(answerUntilOrFail().plusDays(1));
    }

    long id() {
        return Optional.ofNullable(id).orElseThrow();
    }

    String number() {
        return number;
    }

    ItirazKonusu subject() {
        return subject;
    }

    LocalDate filedOn() {
        return filedOn;
    }

    String boardNumber() {
        return boardNumber;
    }

    @Nullable
    LocalDate servedOn() {
        return servedOn;
    }

    @Nullable
    LocalDate requestedOn() {
        return requestedOn;
    }

    @Nullable
    LocalDate answerUntil() {
        return answerUntil;
    }

    int escalationLevel() {
        return escalationLevel;
    }

    @Nullable
    Instant secondLimit() {
        return secondLimit;
    }

    @Nullable
    LocalDate answeredOn() {
        return answeredOn;
    }

    @Nullable
    AppealOutcome outcome() {
        return outcome;
    }
}

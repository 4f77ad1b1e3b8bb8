package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Table;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/**
 * An application (başvuru): everything about people, words and dates, and the rules by which it moves. Each step is one
 * guarded method; a step that the rules forbid throws {@link tr.muhatap.problem.RuleViolationException} with a Turkish
 * sentence and changes nothing. Each step leaves one event.
 *
 * <p>Here stand its beginning, and what the law adds to its straight way without moving the limit.
 */
@Table
public class Basvuru extends BasvuruLimits {

    /** The outcomes that an answer can have; the others end an application without one. */
    public static final List<Outcome> ANSWERS =
            List.of(Outcome.OLUMLU, Outcome.KISMEN, Outcome.OLUMSUZ, Outcome.PROGRAMA_ALINDI, Outcome.BILGI_VERILDI);

    /** Number of the first tracking code; 0 is a random one of before. */
    public static final int FIRST_CODE_ISSUE = 1;

    private Basvuru(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    @PersistenceCreator
    Basvuru() {}

    /**
     * A new application. What a desk or the call centre took down completely, with its topic and without a warning,
     * needs no review and waits for its routing at once.
     */
    static Basvuru register(String number, NewBasvuru given, Deadlines deadlines, String actor, Instant now) {
        var basvuru = new Basvuru(number, given, AnswerRound.FIRST, deadlines, now);
        basvuru.registerEvent(new BasvuruEvent.Alindi(
                number,
                now,
                actor,
                given.channel(),
                given.kind(),
                given.topic(),
                given.receivedAt(),
                basvuru.limit.lastDay(),
                basvuru.limit.lateFrom(),
                basvuru.status == Status.ON_INCELEMEDE));
        basvuru.informOfPersonalData(given.privacyNotice(), actor, now);
        return basvuru;
    }

    /** That the applicant was informed stands in the history: the controller has to prove it (6698 md. 10). */
    private void informOfPersonalData(@Nullable String notice, String actor, Instant now) {
        if (notice != null) {
            registerEvent(new BasvuruEvent.AydinlatmaYapildi(
                    number, now, actor, notice, channel().isOral()));
        }
    }

    /**
     * A new application whose applicant got the information asked for on the spot, at a desk or on the phone:
     * registered and closed in one step. No process ever starts for it, since nothing is left to do.
     *
     * @param information the information given to the applicant
     */
    static Basvuru registerInformed(
            String number, NewBasvuru given, String information, Deadlines deadlines, String actor, Instant now) {
        if (!given.channel().isOral()) {
            throw BasvuruRefusal.YERINDE_BILGI_KANAL_DISI
                    .because(Texts.of("basvuru.ret.yerinde-bilgi-kanal-disi"))
                    .exception();
        }
        var basvuru = new Basvuru(number, given, AnswerRound.informed(information, now), deadlines, now);
        basvuru.registerEvent(new BasvuruEvent.YerindeBilgiVerildi(
                number, now, actor, given.channel(), given.kind(), given.topic(), given.receivedAt()));
        basvuru.informOfPersonalData(given.privacyNotice(), actor, now);
        basvuru.close(Outcome.BILGI_VERILDI, null, actor, now);
        return basvuru;
    }

    /** Notifies the applicant of the progress (3071 md. 7); closes nothing, moves no clock. */
    void answerMeanwhile(String words, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotAnswerMeanwhile(this));
        registerEvent(new BasvuruEvent.AraCevapVerildi(number, now, actor, words));
    }

    /**
     * Another body is asked for an opinion or for information (2020/2646 sayılı Yönetmelik md. 33). It moves no clock:
     * whoever needs more time extends the limit (4982 md. 11).
     */
    Opinion askOpinion(Opinion.Question question, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotAskOpinion(this));
        Refusal.check(LegalRules.whyNotAskedOn(this, question.askedOn(), now));
        opinions = opinions.asked();
        var asked = Opinion.asked(number, opinions.opinionsAsked(), question, deadlines);
        registerEvent(new BasvuruEvent.GorusIstendi(
                number, now, actor, asked.ordinal(), asked.kind(), asked.body(), asked.askedOn(), asked.dueOn()));
        return asked;
    }

    /** How the answer is wanted, and the paper it came on. */
    public Incoming incoming() {
        return Objects.requireNonNullElse(registration.incoming(), Incoming.NOTHING);
    }

    /**
     * Whether it was made on paper under 4982: the answer follows that form, in writing (md. 6, Yönetmelik md. 10),
     * unless the applicant wishes otherwise.
     */
    public boolean isWrittenRequest() {
        return submission() == Submission.YAZILI;
    }

    /**
     * Whether somebody asked for information by mouth, which becomes a request with the signed petition (4982 md. 6).
     */
    public boolean isOralInformationRequest() {
        return channel().isOral() && isInformationRequest();
    }

    /**
     * Whether a tip names nobody who stands for it: one about officials is then examined only where documents prove it
     * (4483 md. 4).
     */
    public boolean isUnidentifiedTip() {
        return kind() == Kind.IHBAR && !applicant().isIdentified();
    }

    /** How often another body was asked about it. */
    public int opinionsAsked() {
        return opinions.opinionsAsked();
    }

    /** The other body answered; also after the end, where it came too late for the answer. */
    Opinion opinionArrived(Opinion asked, LocalDate on, @Nullable String words, String actor, Instant now) {
        Refusal.check(LegalRules.unlessOpinionAwaited(this));
        var answered = asked.answered(on, words, OfficeDays.dayOf(now));
        opinions = opinions.settled();
        registerEvent(new BasvuruEvent.GorusGeldi(
                number, now, actor, asked.ordinal(), asked.body(), on, on.isAfter(asked.dueOn())));
        return answered;
    }

    /** Nothing is waited for any more. */
    Opinion withdrawOpinion(Opinion asked, String reason, String actor, Instant now) {
        Refusal.check(LegalRules.unlessOpinionAwaited(this));
        var withdrawn = asked.withdrawn(reason, OfficeDays.dayOf(now));
        opinions = opinions.settled();
        registerEvent(new BasvuruEvent.GorusGeriCekildi(number, now, actor, asked.ordinal(), asked.body(), reason));
        return withdrawn;
    }

    /** The citizen withdraws; at any time while it is open. */
    void withdraw(@Nullable String reason, String actor, Instant now) {
        Refusal.check(unlessOpen());
        registerEvent(new BasvuruEvent.GeriCekildi(number, now, actor, reason));
        close(Outcome.VAZGECILDI, reason, actor, now);
    }

    /**
     * Opened again under the same number, with the whole limit from today; the answer of before stays in the history.
     */
    void reopen(String reason, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotReopen(this, rules, now));
        reopen(reason, deadlines, actor, now);
    }

    /**
     * Closed as a duplicate, it was to be answered with its main one, which ended without an answer: it begins again,
     * however long ago it was closed.
     */
    void reopenWithoutMain(Basvuru main, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotReopenWithout(this, main));
        reopen(Texts.of("basvuru.basvuru.ayni-konudaki-numarali-basvuru-cevap", main.number), deadlines, actor, now);
    }

    private void reopen(String reason, Deadlines deadlines, String actor, Instant now) {
        if (isDuplicate()) {
            // From now on it goes its own way
            mainNumber = null;
        }
        var previousOutcome = outcome;
        var previousAnswer = round.answer();
        beginRound(sentAnswer() != null, now);
        status = Status.ON_INCELEMEDE;
        outcome = null;
        routing = Routing.NONE;
        closedAt = null;
        fee = null;
        forgetNotices();
        incompleteUntil = null;
        forwardedTo = null;
        reopenings++;
        limit = limit.restarted(OfficeDays.dayOf(now), registration, deadlines);
        registerEvent(new BasvuruEvent.YenidenAcildi(
                number,
                now,
                actor,
                channel(),
                kind(),
                topic,
                reason,
                previousOutcome,
                previousAnswer == null ? null : previousAnswer.start(),
                limit.lastDay(),
                limit.lateFrom()));
    }

    /** The citizen gets another tracking code; the one of before is no longer good. */
    void renewCode(String actor, Instant now) {
        code = code.next();
        registerEvent(new BasvuruEvent.TakipKoduYenilendi(number, now, actor));
    }

    /**
     * What the applicant left was wrong or has changed: it is replaced as a whole. Open or closed, since an answer can
     * come back after the end.
     */
    void correctContact(
            @Nullable String phone, @Nullable String email, @Nullable String address, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotCorrectContact(this));
        var old = applicant;
        applicant = applicant.corrected(phone, email, address);
        registerEvent(new BasvuruEvent.IletisimDuzeltildi(
                number, now, actor, old.maskedContact(), applicant.maskedContact()));
    }

    /** Joined to another one about the same matter; both keep their own limit and get their own answer. */
    void join(Basvuru main, boolean hasJoinedOnes, String actor, Instant now) {
        requireMain(main);
        Refusal.check(LegalRules.whyNotJoin(this, hasJoinedOnes));
        mainNumber = main.number;
        registerEvent(new BasvuruEvent.Birlestirildi(number, now, actor, main.number));
    }

    /** Whether another application can be this one's main. */
    void requireMain(Basvuru main) {
        Refusal.check(LegalRules.whyNotMain(this, main));
    }

    /** Why the law or the record's state forbids a step, whatever is given with it; see {@link LegalRules#whyNot}. */
    @Nullable
    Refusal whyNot(LegalStep step, RuleSettings rules, Surroundings around, Instant now) {
        return LegalRules.whyNot(step, this, rules, around, now);
    }

    /** Legal steps possible now, in addition to the step that its process waits for. */
    List<LegalStep> possibleSteps(RuleSettings rules, Surroundings around, Instant now) {
        return Arrays.stream(LegalStep.values())
                .filter(step -> whyNot(step, rules, around, now) == null)
                .toList();
    }
}

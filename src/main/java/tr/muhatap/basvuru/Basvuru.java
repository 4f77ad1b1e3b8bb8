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
 * An application (başvuru): its people, texts and dates, and the rules for its state changes. Each step is one guarded
 * method; a forbidden step throws {@link tr.muhatap.problem.RuleViolationException} with a Turkish sentence and changes
 * nothing. Each step publishes one event.
 *
 * <p>This class has the registration, and the legal steps that do not move the limit.
 */
@Table
public class Basvuru extends BasvuruLimits {

    /** Outcomes that an answer can have; the others close an application without an answer. */
    public static final List<Outcome> ANSWERS =
            List.of(Outcome.OLUMLU, Outcome.KISMEN, Outcome.OLUMSUZ, Outcome.PROGRAMA_ALINDI, Outcome.BILGI_VERILDI);

    /** Number of the first derived tracking code; 0 is a random one of an earlier version. */
    public static final int FIRST_CODE_ISSUE = 1;

    private Basvuru(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    @PersistenceCreator
    Basvuru() {}

    /**
     * Registers a new application. One that a desk or the call centre recorded completely, with a topic and without
     * warnings, skips the review and waits for its routing.
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

    /** Records that the applicant was informed: the controller has to prove it (6698 md. 10). */
    private void informOfPersonalData(@Nullable String notice, String actor, Instant now) {
        if (notice != null) {
            registerEvent(new BasvuruEvent.AydinlatmaYapildi(
                    number, now, actor, notice, channel().isOral()));
        }
    }

    /**
     * Registers and closes, in one step, an application whose applicant got the information on the spot, at a desk or
     * on the phone. No process is started, since nothing is left to do.
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

    /** Notifies the applicant of the progress (3071 md. 7); does not close the application or move its limit. */
    void answerMeanwhile(String words, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotAnswerMeanwhile(this));
        registerEvent(new BasvuruEvent.AraCevapVerildi(number, now, actor, words));
    }

    /**
     * Asks another body for an opinion or for information (2020/2646 sayılı Yönetmelik md. 33). Does not move the
     * limit, which has to be extended if more time is needed (4982 md. 11).
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

    /** Whether information was requested orally, which becomes a request with the signed petition (4982 md. 6). */
    public boolean isOralInformationRequest() {
        return channel().isOral() && isInformationRequest();
    }

    /**
     * Whether a tip has no identified informant: one about officials is then examined only if documents prove it (4483
     * md. 4).
     */
    public boolean isUnidentifiedTip() {
        return kind() == Kind.IHBAR && !applicant().isIdentified();
    }

    /**
     * What the review checks of a foreigner's request (4982 md. 4/2) or petition (3071 md. 3); empty of everybody else's, and of
     * what was said at a desk or on the phone, which is neither.
     */
    public List<ForeignerCondition> conditionsToCheck() {
        boolean holds = incoming().isForeigners()
                && (isInformationRequest() || !channel().isOral());
        return holds ? ForeignerCondition.of(isInformationRequest()) : List.of();
    }

    /** How many opinions of other bodies were requested. */
    public int opinionsAsked() {
        return opinions.opinionsAsked();
    }

    /** Records the other body's answer; also after closing, if it came too late for the answer. */
    Opinion opinionArrived(Opinion asked, LocalDate on, @Nullable String words, String actor, Instant now) {
        Refusal.check(LegalRules.unlessOpinionAwaited(this));
        var answered = asked.answered(on, words, OfficeDays.dayOf(now));
        opinions = opinions.settled();
        registerEvent(new BasvuruEvent.GorusGeldi(
                number, now, actor, asked.ordinal(), asked.body(), on, on.isAfter(asked.dueOn())));
        return answered;
    }

    /** Ends the wait for an opinion. */
    Opinion withdrawOpinion(Opinion asked, String reason, String actor, Instant now) {
        Refusal.check(LegalRules.unlessOpinionAwaited(this));
        var withdrawn = asked.withdrawn(reason, OfficeDays.dayOf(now));
        opinions = opinions.settled();
        registerEvent(new BasvuruEvent.GorusGeriCekildi(number, now, actor, asked.ordinal(), asked.body(), reason));
        return withdrawn;
    }

    /** Withdrawal by the citizen, at any time while the application is open. */
    void withdraw(@Nullable String reason, String actor, Instant now) {
        Refusal.check(unlessOpen());
        registerEvent(new BasvuruEvent.GeriCekildi(number, now, actor, reason));
        close(Outcome.VAZGECILDI, reason, actor, now);
    }

    /**
     * Reopens the application under the same number, with the whole limit from today; the previous answer remains in
     * the history.
     */
    void reopen(String reason, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotReopen(this, rules, now));
        reopen(reason, deadlines, actor, now);
    }

    /** Reopens a duplicate whose main application ended without the promised answer, however long ago it was closed. */
    void reopenWithoutMain(Basvuru main, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotReopenWithout(this, main));
        reopen(Texts.of("basvuru.basvuru.ayni-konudaki-numarali-basvuru-cevap", main.number), deadlines, actor, now);
    }

    private void reopen(String reason, Deadlines deadlines, String actor, Instant now) {
        if (isDuplicate()) {
            // No longer joined to the main application
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

    /** Issues a new tracking code; the previous one becomes invalid. */
    void renewCode(String actor, Instant now) {
        code = code.next();
        registerEvent(new BasvuruEvent.TakipKoduYenilendi(number, now, actor));
    }

    /** Replaces all contact data. Also for closed applications, since an answer can bounce after closing. */
    void correctContact(
            @Nullable String phone, @Nullable String email, @Nullable String address, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotCorrectContact(this));
        var old = applicant;
        applicant = applicant.corrected(phone, email, address);
        registerEvent(new BasvuruEvent.IletisimDuzeltildi(
                number, now, actor, old.maskedContact(), applicant.maskedContact()));
    }

    /** Keeps the personal data beyond their period, as for a lawsuit (6698 md. 7). */
    void hold(String reason, String actor, Instant now) {
        Refusal.check(unlessKept());
        Refusal.check(
                hold == null
                        ? null
                        : BasvuruRefusal.SAKLAMA_ENGELI_VAR.because(Texts.of("basvuru.ret.saklama-engeli-var-2")));
        hold = new LegalHold(reason, actor, now);
        registerEvent(new BasvuruEvent.SaklamaEngeliKonuldu(number, now, actor, reason));
    }

    void liftHold(String reason, String actor, Instant now) {
        Refusal.check(
                hold == null
                        ? BasvuruRefusal.SAKLAMA_ENGELI_YOK.because(Texts.of("basvuru.ret.saklama-engeli-yok"))
                        : null);
        hold = null;
        registerEvent(new BasvuruEvent.SaklamaEngeliKaldirildi(number, now, actor, reason));
    }

    /**
     * The period of retention is over: only what statistics need is left. That the period is over is the caller's to know; an open
     * application, and one that is held, is refused.
     */
    void erase(String actor, Instant now) {
        Refusal.check(unlessAt(Status.KAPANDI));
        Refusal.check(
                hold == null
                        ? null
                        : BasvuruRefusal.SAKLAMA_ENGELI_VAR.because(Texts.of("basvuru.ret.saklama-engeli-var")));
        registerEvent(new BasvuruEvent.AnonimHaleGetirildi(number, now, actor));
        String erased = Texts.of("basvuru.saklama.silindi");
        registration = registration.erased(erased);
        text = new ApplicationText(erased);
        applicant = applicant.erased();
        // Nobody was given the next one
        code = code.next();
        decision = OpenDecision.NONE;
        round = round.erased(erased);
        fee = fee == null ? null : fee.erased();
        erasedAt = now;
    }

    /**
     * Joins the application to another one about the same matter; both keep their own limit and get their own answer.
     */
    void join(Basvuru main, boolean hasJoinedOnes, String actor, Instant now) {
        requireMain(main);
        Refusal.check(LegalRules.whyNotJoin(this, hasJoinedOnes));
        mainNumber = main.number;
        registerEvent(new BasvuruEvent.Birlestirildi(number, now, actor, main.number));
    }

    /** Requires that the other application can be this one's main application. */
    void requireMain(Basvuru main) {
        Refusal.check(LegalRules.whyNotMain(this, main));
    }

    /** Why the law or the record's state forbids a step, regardless of its input; see {@link LegalRules#whyNot}. */
    @Nullable
    Refusal whyNot(LegalStep step, RuleSettings rules, RuleContext around, Instant now) {
        return LegalRules.whyNot(step, this, rules, around, now);
    }

    /** Legal steps possible now, in addition to the step that the process waits for. */
    List<LegalStep> possibleSteps(RuleSettings rules, RuleContext around, Instant now) {
        return Arrays.stream(LegalStep.values())
                .filter(step -> whyNot(step, rules, around, now) == null)
                .toList();
    }
}

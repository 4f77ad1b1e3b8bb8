package tr.muhatap.basvuru;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/**
 * The main path of an application through the office: review, routing, answer, approval, delivery; and its escalation.
 */
abstract class BasvuruHandling extends BasvuruNotices {

    BasvuruHandling(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    BasvuruHandling() {}

    /**
     * The review's decision. {@code KABUL} leads to routing. {@code EKSIK} waits for the applicant, except under 4982,
     * where a defective application is not processed (md. 6). Every other decision closes the application and notifies
     * the applicant, naming the body to which it was forwarded (4982 md. 7, 3071 md. 5) or the main application of a
     * duplicate.
     *
     * @param decidedTopic topic set by the reviewer; null leaves it unchanged
     * @param waitUntil end of the applicant's period for completion
     */
    void review(ReviewDecision how, @Nullable String decidedTopic, Deadline waitUntil, String actor, Instant now) {
        Refusal.check(unlessAt(Status.ON_INCELEMEDE));
        if (decidedTopic != null) {
            topic = decidedTopic;
        }
        String reason = takeReason(actor, now);
        String target = decision.decisionTarget();
        decision = OpenDecision.NONE;
        forwardedTo = how == ReviewDecision.YETKISIZ ? target : null;
        if (how == ReviewDecision.MUKERRER && target != null) {
            mainNumber = target;
        }
        registerEvent(new BasvuruEvent.Incelendi(
                number,
                now,
                actor,
                how,
                topic,
                forwardedTo,
                how == ReviewDecision.MUKERRER ? mainNumber : null,
                reason));
        switch (how) {
            case KABUL -> status = Status.SEVK_BEKLIYOR;
            case YETKISIZ -> close(Outcome.YONLENDIRILDI, reason, actor, now);
            case MUKERRER -> close(Outcome.MUKERRER, reason, actor, now);
            case ISLEME_KONULMAZ -> close(Outcome.ISLEME_KONULMADI, reason, actor, now);
            case EKSIK -> {
                if (handledAs().family().awaitsCompletion()) {
                    awaitCompletion(waitUntil, reason, actor, now);
                } else {
                    close(Outcome.ISLEME_KONULMADI, reason, actor, now);
                }
            }
        }
    }

    private void awaitCompletion(Deadline waitUntil, @Nullable String reason, String actor, Instant now) {
        status = Status.EKSIK_BEKLIYOR;
        incompleteUntil = waitUntil.lateFrom();
        registerEvent(new BasvuruEvent.EksikBildirildi(number, now, actor, waitUntil.lastDay(), reason));
    }

    /** Adds the applicant's completion and returns to the review. The limit kept running. */
    void complete(String addition, String actor, Instant now) {
        requireCompletable();
        text = text.completedWith(addition, now);
        incompleteUntil = null;
        status = Status.ON_INCELEMEDE;
        decision = decision.withoutReason();
        registerEvent(new BasvuruEvent.EksikTamamlandi(number, now, actor));
    }

    /** @throws RuleViolationException if no completion is awaited */
    public void requireCompletable() {
        Refusal.check(unlessAt(Status.EKSIK_BEKLIYOR));
    }

    /** The period for completion passed. Idempotent. */
    void lapseIncomplete(String actor, Instant now) {
        if (status == Status.EKSIK_BEKLIYOR) {
            close(
                    Outcome.ISLEME_KONULMADI,
                    Texts.of("basvuru.basvuru-handling.eksik-bilgi-suresinde-tamamlanmadi"),
                    actor,
                    now);
        }
    }

    void route(String toUnit, String actor, Instant now) {
        Refusal.check(unlessAt(Status.SEVK_BEKLIYOR));
        status = Status.BIRIMDE;
        routing = routing.to(toUnit);
        registerEvent(new BasvuruEvent.SevkEdildi(number, now, actor, toUnit, takeReason(actor, now)));
    }

    /** The unit declares itself not responsible: back to routing, the limit keeps running. */
    void returnToRouting(String actor, Instant now) {
        Refusal.check(unlessAt(Status.BIRIMDE));
        String from = routing.unitOrFail();
        beginRound(false, now);
        status = Status.SEVK_BEKLIYOR;
        routing = routing.returned();
        registerEvent(new BasvuruEvent.IadeEdildi(number, now, actor, from, takeReason(actor, now)));
    }

    /**
     * Archives the answer or draft with its files: the next unit, or the next round, starts without any.
     *
     * @param sent whether it had been sent
     */
    void beginRound(boolean sent, Instant now) {
        var answer = round.answer();
        if (answer != null) {
            registerEvent(new AnswerSetAside(number, round.answerRound(), routing.unit(), answer, sent, now));
        }
        round = round.next();
    }

    /** Saves the unit's draft; the last saved draft counts. */
    void draft(Answer draft) {
        Refusal.check(unlessAt(Status.BIRIMDE));
        round = round.drafted(draft);
    }

    /**
     * Saves the draft only if it is still the version that the author saw: of two concurrent authors, one would lose
     * their text.
     *
     * @param seen its {@link Answer#tag}
     */
    void draft(Answer draft, String seen) {
        Refusal.check(round.whyNotReplace(seen, draft));
        draft(draft);
    }

    /** Submits the unit's answer for approval. */
    void submitAnswer(String actor, Instant now) {
        Refusal.check(unlessAt(Status.BIRIMDE));
        Refusal.check(round.whyNotSubmit(isInformationRequest(), subject()));
        status = Status.ONAYDA;
        routing = routing.givenBack();
        decision = decision.withoutReason();
        var answer = round.answerOrFail();
        registerEvent(new BasvuruEvent.CevapHazirlandi(
                number, now, actor, routing.unitOrFail(), answer.outcome(), answer.ground()));
    }

    void approve(String actor, Instant now) {
        Refusal.check(unlessAt(Status.ONAYDA));
        Refusal.check(round.whyNotApprove(isInformationRequest(), subject()));
        status = Status.CEVAPLANDI;
        round = round.approved(now);
        decision = decision.withoutReason();
        registerEvent(new BasvuruEvent.Onaylandi(
                number, now, actor, round.answerOrFail().outcome()));
    }

    void requestCorrection(String actor, Instant now) {
        Refusal.check(unlessAt(Status.ONAYDA));
        status = Status.BIRIMDE;
        registerEvent(new BasvuruEvent.DuzeltmeIstendi(number, now, actor, takeReason(actor, now)));
    }

    /**
     * The answer was sent. Idempotent: sending is repeated after a failure.
     *
     * @param way how it was sent, unless it was diverted since
     */
    void answerDelivered(ServiceWay way, String actor, Instant now) {
        if (status == Status.KAPANDI) {
            return;
        }
        Refusal.check(unlessAt(Status.CEVAPLANDI));
        if (answerNotice == null) {
            send(ServedPaper.CEVAP, way, now);
        }
        close(round.answerOrFail().outcome(), null, actor, now);
    }

    /** The limit passed: first level of escalation. Idempotent. */
    void markLate(Instant second, String actor, Instant now) {
        if (!isOpen() || limit.escalationLevel() >= 1) {
            return;
        }
        limit = limit.escalated(second);
        registerEvent(new BasvuruEvent.SuresiDoldu(number, now, actor, limit.lastDay(), second));
    }

    /** The second limit passed: second level of escalation. Idempotent. */
    void markSecondLevel(String actor, Instant now) {
        if (!isOpen() || limit.escalationLevel() >= 2) {
            return;
        }
        limit = limit.escalatedAgain();
        registerEvent(new BasvuruEvent.IkinciSureDoldu(number, now, actor));
    }

    /**
     * Withdraws an escalation whose limit moved into the future; both levels are repeated when their limits pass.
     * Withdraws only the second level if only its limit moved. Idempotent.
     */
    void withdrawEarlyEscalation(String actor, Instant now) {
        if (!isOpen() || !(limit.escalatedTooEarly(now) || limit.secondLevelTooEarly(now))) {
            return;
        }
        limit = limit.escalatedTooEarly(now) ? limit.withoutEscalation() : limit.withoutSecondLevel();
        registerEvent(new BasvuruEvent.YukseltmeGeriAlindi(
                number, now, actor, limit.lastDay(), limit.lateFrom(), limit.secondLimit()));
    }

    /** A manager reminds the unit; the application stays where it is. */
    void urge(String actor, Instant now) {
        Refusal.check(unlessOpen());
        registerEvent(new BasvuruEvent.BirimUyarildi(number, now, actor, routing.unit(), takeReason(actor, now)));
    }

    /** A manager takes over the open step. */
    void takeOver(String actor, Instant now) {
        Refusal.check(unlessOpen());
        if (status == Status.CEVAPLANDI) {
            throw BasvuruRefusal.DEVRALINACAK_IS_YOK
                    .because(Texts.of("basvuru.ret.devralinacak-is-yok"))
                    .exception();
        }
        routing = routing.takenOver(actor);
        registerEvent(new BasvuruEvent.Devralindi(number, now, actor, takeReason(actor, now)));
    }

    /**
     * Assigns an open step to a colleague, or reassigns it; a step that a manager took over can only be assigned by the
     * manager.
     *
     * @param from the current assignee, null if there is none
     */
    void handOver(
            StaffTasks.TaskKind step,
            @Nullable String from,
            String to,
            @Nullable String reason,
            String actor,
            Instant now) {
        release(from, actor);
        registerEvent(new BasvuruEvent.IsVerildi(number, now, actor, step, from, to, reason));
    }

    /** Nobody has an open step any more. */
    void giveBack(StaffTasks.TaskKind step, String from, String reason, String actor, Instant now) {
        release(from, actor);
        registerEvent(new BasvuruEvent.GorevGeriVerildi(number, now, actor, step, from, reason));
    }

    /** A deputy takes a step that somebody absent had taken. */
    void takeAsDeputy(StaffTasks.TaskKind step, String absent, String actor, Instant now) {
        release(absent, actor);
        registerEvent(new BasvuruEvent.VekaletenUstlenildi(number, now, actor, step, absent));
    }

    private void release(@Nullable String from, String actor) {
        Refusal.check(unlessOpen());
        if (from != null && from.equals(routing.takenOverBy())) {
            if (!from.equals(actor)) {
                throw BasvuruRefusal.IS_DEVRALANINDIR
                        .because(Texts.of("basvuru.ret.is-devralanindir", from))
                        .exception();
            }
            routing = routing.givenBack();
        }
    }

    /** A manager reroutes the application to another unit. */
    void reroute(String toUnit, String actor, Instant now) {
        Refusal.check(unlessAt(Status.BIRIMDE));
        String from = routing.unitOrFail();
        if (from.equals(toUnit)) {
            throw BasvuruRefusal.BIRIM_AYNI
                    .because(Texts.of("basvuru.ret.birim-ayni"))
                    .exception();
        }
        beginRound(false, now);
        routing = routing.to(toUnit).givenBack();
        registerEvent(new BasvuruEvent.YenidenSevkEdildi(number, now, actor, from, toUnit, takeReason(actor, now)));
    }

    /** Another unit takes over all that its unit has, with draft and person in charge; whatever step it is at stays open. */
    void passOn(String toUnit, String reason, String actor, Instant now) {
        Refusal.check(unlessOpen());
        String from = routing.unitOrFail();
        routing = routing.to(toUnit);
        registerEvent(new BasvuruEvent.YenidenSevkEdildi(number, now, actor, from, toUnit, reason));
    }

    /**
     * Stores the reason of the next decision, which moves it into the history.
     *
     * @param target the body to which the application is forwarded, or the number of the main application
     */
    void noteReason(@Nullable String reason, @Nullable String target, String author) {
        Refusal.check(unlessOpen());
        decision = OpenDecision.of(reason, target, author);
    }

    /** Takes the stored reason; if somebody else wrote it, the history names that author. */
    private @Nullable String takeReason(String actor, Instant now) {
        String reason = decision.decisionReason();
        String author = decision.authorOtherThan(actor);
        if (author != null) {
            registerEvent(new BasvuruEvent.GerekceYazildi(number, now, author));
        }
        decision = decision.withoutReason();
        return reason;
    }

    void close(Outcome how, @Nullable String reason, String actor, Instant now) {
        status = Status.KAPANDI;
        outcome = how;
        closedAt = now;
        routing = routing.givenBack();
        decision = OpenDecision.NONE;
        noLongerAwaited(ServedPaper.UCRET_BILDIRIMI);
        if (!Basvuru.ANSWERS.contains(how)) {
            // An unapproved draft is not an answer
            beginRound(false, now);
        }
        registerEvent(new BasvuruEvent.Kapandi(number, now, actor, how, limit.passed(now), reason));
    }
}

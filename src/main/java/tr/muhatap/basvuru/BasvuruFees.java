package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;
import tr.muhatap.text.Texts;

/** The fee for access: notice, receipt, payment and lapse, and their effects on the limit (4982 md. 10–11). */
abstract class BasvuruFees extends BasvuruHandling {

    BasvuruFees(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    BasvuruFees() {}

    /**
     * Notifies the applicant of the fee, which interrupts the running limit (4982 md. 11). The limit is then computed
     * after the lapse, as if the fee were paid on the last day. If the notice goes by post, the period to pay begins
     * when service is entered.
     */
    void notifyFee(FeeNotice cost, ServiceWay way, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotCharge(this, now));
        var today = OfficeDays.dayOf(now);
        int remaining = deadlines.remaining(handledAs(), counting(), today);
        var notice = Tebligat.sent(way, today);
        fee = Fee.notified(cost, remaining, rules, deadlines, today, notice.servedOn());
        send(ServedPaper.UCRET_BILDIRIMI, way, now);
        var oldLastDay = limit.lastDay();
        limit = whileFeeIsAwaited(notice, rules, deadlines);
        status = Status.UCRET_BEKLIYOR;
        decision = decision.withoutReason();
        registerEvent(new BasvuruEvent.UcretBildirildi(
                number,
                now,
                actor,
                cost.amount(),
                cost.pages(),
                fee.payUntil(),
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit(),
                cost.lines(),
                cost.payAt(),
                cost.iban()));
        withdrawEarlyEscalation(actor, now);
    }

    /** Records a payment in time: the unit continues, with the whole limit or what was left of it. */
    void pay(LocalDate paidOn, String receipt, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        settle(paidOn, paidOn, receipt, rules, deadlines, actor, now);
    }

    /** @param provenOn the day from which the limit runs */
    private void settle(
            LocalDate paidOn,
            LocalDate provenOn,
            String receipt,
            RuleSettings rules,
            Deadlines deadlines,
            String actor,
            Instant now) {
        Refusal.check(LegalRules.whyNotPay(this));
        fee = feeOrFail().paid(paidOn, receipt, OfficeDays.dayOf(now));
        noLongerAwaited(ServedPaper.UCRET_BILDIRIMI);
        var oldLastDay = limit.lastDay();
        limit = limit.counted(fee.countingFrom(provenOn, counting(), rules), registration, deadlines);
        status = Status.BIRIMDE;
        registerEvent(new BasvuruEvent.UcretOdendi(
                number,
                now,
                actor,
                paidOn,
                receipt,
                limit.deadline().limit(),
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
        withdrawEarlyEscalation(actor, now);
    }

    /**
     * Submits proof of payment, which has to be done within the period to pay (4982 md. 11, Yönetmelik md. 22). Nothing
     * lapses until a clerk has checked it.
     */
    void submitReceipt(LocalDate paidOn, String receipt, String actor, Instant now) {
        var today = OfficeDays.dayOf(now);
        Refusal.check(LegalRules.whyNotSubmitReceipt(this, today));
        fee = feeOrFail().submitted(paidOn, receipt, today);
        registerEvent(new BasvuruEvent.OdemeBelgesiSunuldu(number, now, actor, paidOn, receipt));
    }

    /**
     * Accepts the submitted proof of payment: the limit runs from the day of its submission, however long the check
     * took.
     *
     * @param seen number of the receipt that was checked; null: the one that waits
     */
    void confirmReceipt(@Nullable String seen, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotCheckReceipt(this, seen));
        var given = Optional.ofNullable(submittedReceipt()).orElseThrow();
        settle(given.paidOn(), given.submittedOn(), given.receipt(), rules, deadlines, actor, now);
    }

    /** Rejects the submitted proof of payment: the period to pay runs again. */
    void refuseReceipt(
            String reason, ServiceWay way, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotCheckReceipt(this, null));
        var oldLastDay = limit.lastDay();
        fee = feeOrFail().receiptRefused(way.hasReceipt(), deadlines, OfficeDays.dayOf(now));
        var payUntil = fee.payUntil();
        if (payUntil != null) {
            limit = limit.counted(fee.countingFrom(payUntil, counting(), rules), registration, deadlines);
        }
        registerEvent(new BasvuruEvent.OdemeBelgesiKabulEdilmedi(
                number,
                now,
                actor,
                reason,
                payUntil,
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
        withdrawEarlyEscalation(actor, now);
    }

    /** The fee was not paid in time: the application counts as withdrawn (4982 md. 11). Idempotent. */
    void lapseUnpaid(String actor, Instant now) {
        if (status == Status.UCRET_BEKLIYOR
                && !awaitsService(ServedPaper.UCRET_BILDIRIMI)
                && submittedReceipt() == null) {
            close(
                    Outcome.VAZGECILDI,
                    Texts.of("basvuru.basvuru-limits.bildirilen-ucret-suresinde-odenmedi-4982"),
                    actor,
                    now);
        }
    }

    /** Starts the period to pay with the service of the notice; the limit follows it. */
    void beginToPay(Tebligat notice, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        if (status != Status.UCRET_BEKLIYOR) {
            return;
        }
        var oldLastDay = limit.lastDay();
        fee = feeOrFail().served(deadlines, notice.servedOn());
        limit = whileFeeIsAwaited(notice, rules, deadlines);
        registerEvent(new BasvuruEvent.OdemeSuresiBelirlendi(
                number,
                now,
                actor,
                fee.payUntil(),
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
        withdrawEarlyEscalation(actor, now);
    }

    /** The limit after the lapse, as if paid on the last day; 30 gün after the dispatch until service is entered. */
    private Limit whileFeeIsAwaited(Tebligat notice, RuleSettings rules, Deadlines deadlines) {
        var payUntil = feeOrFail().payUntil();
        return payUntil == null
                ? limit.awaitingService(notice.sentOn(), registration, deadlines)
                : limit.counted(feeOrFail().countingFrom(payUntil, counting(), rules), registration, deadlines);
    }

    @Nullable
    LocalDate feeServedOn() {
        var notice = feeNotice;
        return notice == null ? feeOrFail().notifiedOn() : notice.servedOn();
    }

    Fee feeOrFail() {
        return Optional.ofNullable(fee).orElseThrow();
    }
}

package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;

/** What moves the limit of an application: extension, fee and payment (4982 md. 10–11), and changes of the holiday table. */
abstract class BasvuruLimits extends BasvuruHandling {

    BasvuruLimits(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    BasvuruLimits() {}

    /**
     * Extends the limit to the extended one of the table, counted from where the limit is counted (4982 md. 11): on one of
     * three grounds, with a reason, before the limit ends, once. The notice goes out with it.
     */
    void extend(ExtensionGround ground, String reason, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotExtend(this, now));
        var oldLastDay = limit.lastDay();
        limit = limit.extended(registration, deadlines);
        registerEvent(new BasvuruEvent.SureUzatildi(
                number,
                now,
                actor,
                ground,
                reason,
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
        withdrawEarlyEscalation(actor, now);
    }

    /**
     * The applicant is told the cost of access: the notice cuts the running limit (4982 md. 11). The limit then stands behind
     * the lapse, as if paid on the last day, and the payment is awaited.
     */
    void notifyFee(BigDecimal amount, int pages, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotCharge(this, now));
        var today = OfficeDays.dayOf(now);
        int remaining = deadlines.remaining(handledAs(), counting(), today);
        fee = Fee.notified(amount, pages, remaining, rules, deadlines, today);
        var oldLastDay = limit.lastDay();
        limit = limit.counted(fee.countingFrom(fee.payUntil(), counting(), rules), registration, deadlines);
        status = Status.UCRET_BEKLIYOR;
        decision = decision.withoutReason();
        registerEvent(new BasvuruEvent.UcretBildirildi(
                number,
                now,
                actor,
                amount,
                pages,
                fee.payUntil(),
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
        withdrawEarlyEscalation(actor, now);
    }

    /** Paid in time: the unit has it again, with the whole limit or what was left of it. */
    void pay(LocalDate paidOn, String receipt, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotPay(this));
        fee = feeOrFail().paid(paidOn, receipt, OfficeDays.dayOf(now));
        var oldLastDay = limit.lastDay();
        limit = limit.counted(fee.countingFrom(paidOn, counting(), rules), registration, deadlines);
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

    /** The fee was not paid in time: the application counts as withdrawn (4982 md. 11). Idempotent. */
    void lapseUnpaid(String actor, Instant now) {
        if (status == Status.UCRET_BEKLIYOR) {
            close(Outcome.VAZGECILDI, "Bildirilen ücret süresinde ödenmedi (4982 md. 11).", actor, now);
        }
    }

    /**
     * The office changed its holiday table: every date that rests on it is computed again, as long as it was fixed once. What an
     * applicant was told in writing to pay or complete by can become later, never earlier. Idempotent.
     *
     * @param changes of the table; those that this application does not know yet explain what moved
     * @return whether one of its dates moved
     */
    boolean recalculate(List<HolidayChange> changes, Deadlines deadlines, String actor, Instant now) {
        long known = limit.calendarVersion();
        limit = limit.withCalendar(deadlines.calendarVersion());
        if (appeal != null && hasOpenAppeal()) {
            appeal = appeal.recomputed(deadlines);
        }
        if (!isOpen()) {
            return false;
        }
        var before = dates();
        var oldLastDay = limit.lastDay();
        var countedFrom = counting();
        var from = countedFrom.from();
        if (status == Status.UCRET_BEKLIYOR) {
            fee = feeOrFail().recomputed(deadlines);
            from = fee.notifiedOn();
            countedFrom = countedFrom.startingAfter(fee.payUntil());
        }
        if (incompleteUntil != null) {
            var lastDay = OfficeDays.dayOf(incompleteUntil).minusDays(1);
            incompleteUntil = OfficeDays.startOf(
                    deadlines.rolled(PeriodOf.CITIZEN, lastDay).plusDays(1));
        }
        limit = limit.recomputed(countedFrom, registration, deadlines);
        boolean moved = !dates().equals(before);
        if (moved) {
            var last = OfficeDays.later(oldLastDay, limit.latestDay());
            var first = from;
            registerEvent(new BasvuruEvent.TatilSureyiDegistirdi(
                    number,
                    now,
                    actor,
                    oldLastDay,
                    limit.lastDay(),
                    limit.lateFrom(),
                    otherDeadline() == null ? null : otherDeadline().lastDay(),
                    limit.secondLimit(),
                    unpaidFrom(),
                    incompleteUntil,
                    changes.stream()
                            .filter(change -> change.version() > known
                                    && change.date().isAfter(first)
                                    && !change.date().isAfter(last))
                            .toList()));
            withdrawEarlyEscalation(actor, now);
        }
        return moved;
    }

    /** Every date that rests on the holiday table while it is open. */
    private List<Object> dates() {
        return Stream.of(deadline(), otherDeadline(), secondLimit(), unpaidFrom(), incompleteUntil)
                .map(date -> (Object) Optional.ofNullable(date))
                .toList();
    }

    private Fee feeOrFail() {
        return Optional.ofNullable(fee).orElseThrow();
    }
}

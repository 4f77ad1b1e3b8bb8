package tr.muhatap.basvuru;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.Refusal;

/**
 * Operations that move the limit of an application: extension (4982 md. 11), service of notices, and changes of the
 * holiday table.
 */
abstract class BasvuruLimits extends BasvuruFees {

    BasvuruLimits(String number, NewBasvuru given, AnswerRound round, Deadlines deadlines, Instant now) {
        super(number, given, round, deadlines, now);
    }

    BasvuruLimits() {}

    /**
     * Extends the limit to the extended one of the table, counted from the same day (4982 md. 11): on one of three
     * grounds, with a reason, before the limit ends, once. The notice is sent with it, and has to reach the applicant
     * before the unextended limit ends.
     */
    void extend(ExtensionGround ground, String reason, ServiceWay way, Deadlines deadlines, String actor, Instant now) {
        Refusal.check(LegalRules.whyNotExtend(this, way, now));
        var oldLastDay = limit.lastDay();
        extensionReachBy = limit.of4982().lastDay();
        limit = limit.extended(registration, deadlines);
        send(ServedPaper.SURE_UZATIMI, way, now);
        registerEvent(new BasvuruEvent.SureUzatildi(
                number,
                now,
                actor,
                ground,
                reason,
                way,
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
        withdrawEarlyEscalation(actor, now);
    }

    /**
     * The office changed its holiday table: recomputes every date that depends on it, with its original length. Periods
     * given to an applicant in writing for payment or completion can be prolonged, never shortened. Idempotent.
     *
     * @param changes changes of the table; those that are new to this application explain the move
     * @return whether one of its dates moved
     */
    boolean recalculate(List<HolidayChange> changes, Deadlines deadlines, String actor, Instant now) {
        long known = limit.calendarVersion();
        limit = limit.withCalendar(deadlines.calendarVersion());
        if (!isOpen()) {
            return false;
        }
        var before = dates();
        var oldLastDay = limit.lastDay();
        var countedFrom = counting();
        var from = countedFrom.from();
        if (status == Status.UCRET_BEKLIYOR) {
            fee = feeOrFail().recomputed(deadlines, feeServedOn());
            from = fee.notifiedOn();
            var payUntil = fee.payUntil();
            countedFrom = payUntil == null ? countedFrom : countedFrom.startingAfter(payUntil);
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

    /** All open dates that depend on the holiday table. */
    private List<Object> dates() {
        return Stream.of(deadline(), otherDeadline(), secondLimit(), unpaidFrom(), incompleteUntil)
                .map(date -> (Object) Optional.ofNullable(date))
                .toList();
    }

    /**
     * Enters the day of service of a letter from its receipt, or from the KEP evidence: periods that begin with service
     * run from that day (7201 sayılı Tebligat Kanunu; 4982 md. 11 and 13).
     *
     * @param way how it was finally served
     * @throws tr.muhatap.problem.RuleViolationException if no such letter waits, or the day contradicts its
     *     dispatch
     */
    void serve(
            ServedPaper paper,
            ServiceWay way,
            LocalDate servedOn,
            RuleSettings rules,
            Deadlines deadlines,
            String actor,
            Instant now) {
        Refusal.check(LegalRules.whyNotServe(this, paper));
        var notice = noticeOrFail(paper).served(way, servedOn, OfficeDays.dayOf(now));
        serve(paper, notice, servedOn, rules, deadlines, actor, now);
    }

    /** An electronic notice was sent on a later day than it was written: it is served on that day. Idempotent. */
    void wentOut(ServedPaper paper, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        var today = OfficeDays.dayOf(now);
        var notice = service(paper);
        if (notice != null && !notice.way().hasReceipt() && notice.sentOn().isBefore(today)) {
            serve(paper, Tebligat.sent(notice.way(), today), today, rules, deadlines, actor, now);
        }
    }

    private void serve(
            ServedPaper paper,
            Tebligat notice,
            LocalDate servedOn,
            RuleSettings rules,
            Deadlines deadlines,
            String actor,
            Instant now) {
        keep(paper, notice);
        noLongerAwaited(paper);
        registerEvent(
                new BasvuruEvent.TebligEdildi(number, now, actor, paper, notice.way(), notice.sentOn(), servedOn));
        switch (paper) {
            case UCRET_BILDIRIMI -> beginToPay(notice, rules, deadlines, actor, now);
            case SURE_UZATIMI -> loseLateExtension(deadlines, actor, now);
            case CEVAP -> {
                // Periods of objection and action run from it, but none of the office's
            }
        }
    }

    /** Changes the way of a notice: an address failed, or a better one became known. */
    void redirect(
            ServedPaper paper, ServiceWay way, RuleSettings rules, Deadlines deadlines, String actor, Instant now) {
        var former = service(paper);
        boolean isSame = former == null ? !way.hasReceipt() : former.way() == way && !former.isAwaited();
        if (isSame) {
            return;
        }
        send(paper, way, now);
        var notice = noticeOrFail(paper);
        if (paper == ServedPaper.UCRET_BILDIRIMI) {
            beginToPay(notice, rules, deadlines, actor, now);
        }
    }

    /** A notice that arrives after the unextended limit has no effect: the 15 iş günü remain (4982 md. 11). */
    private void loseLateExtension(Deadlines deadlines, String actor, Instant now) {
        if (!isExtensionLost() || !counting().extended()) {
            return;
        }
        var oldLastDay = limit.lastDay();
        limit = limit.withoutExtension();
        if (status != Status.UCRET_BEKLIYOR || feeOrFail().payUntil() != null) {
            limit = limit.counted(counting(), registration, deadlines);
        }
        registerEvent(new BasvuruEvent.UzatmaUlasmadi(
                number,
                now,
                actor,
                Optional.ofNullable(extensionReachBy).orElseThrow(),
                oldLastDay,
                limit.lastDay(),
                limit.lateFrom(),
                limit.secondLimit()));
    }
}

package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.deadline.Counting;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.text.Texts;

/**
 * The fee of which the applicant was notified (4982 md. 10–11).
 *
 * @param amount Turkish lira
 * @param payUntil last day of payment; unpaid then, the application counts as withdrawn. Null until the notice is
 *     served
 * @param remaining what was left of the limit when the notice interrupted it, see {@link Counting#remaining}
 * @param submitted the proof of payment to be checked; null if there is none
 * @param again the renewed period to pay after a rejected proof; null if none was rejected
 */
record Fee(
        BigDecimal amount,
        int pages,
        LocalDate notifiedOn,
        @Nullable LocalDate payUntil,
        int remaining,
        @Nullable LocalDate paidOn,
        @Nullable String receipt,

        @Embedded.Nullable(prefix = "given_") @Nullable SubmittedReceipt submitted,

        @Embedded.Nullable(prefix = "again_") @Nullable RenewedPayPeriod again) {

    private static final int WORKING_DAYS_TO_PAY = 15;

    /**
     * @param servedOn the day on which the notice was served; null if that is not known yet
     * @throws tr.muhatap.problem.RuleViolationException if all pages are free (Yönetmelik md. 22)
     */
    static Fee notified(
            FeeNotice cost,
            int remaining,
            RuleSettings rules,
            Deadlines deadlines,
            LocalDate today,
            @Nullable LocalDate servedOn) {
        if (cost.pages() <= rules.freePages() && !cost.chargesMoreThanPages()) {
            throw BasvuruRefusal.UCRET_SAYFA_UCRETSIZ
                    .because(Texts.of("basvuru.ret.ucret-sayfa-ucretsiz", rules.freePages()))
                    .exception();
        }
        return new Fee(
                cost.amount(), cost.pages(), today, lapse(deadlines, servedOn), remaining, null, null, null, null);
    }

    /**
     * Records the payment.
     *
     * @throws tr.muhatap.problem.RuleViolationException if the day lies in the future, before the notice or after
     *     the lapse
     */
    Fee paid(LocalDate on, String receiptNumber, LocalDate today) {
        requirePayable(on, today);
        return new Fee(amount, pages, notifiedOn, payUntil, remaining, on, receiptNumber, null, again);
    }

    /**
     * Stores the applicant's proof of payment; it counts once a clerk has accepted it, and nothing lapses until then.
     *
     * @throws tr.muhatap.problem.RuleViolationException as {@link #paid}
     */
    Fee submitted(LocalDate on, String receiptNumber, LocalDate today) {
        requirePayable(on, today);
        return new Fee(
                amount,
                pages,
                notifiedOn,
                payUntil,
                remaining,
                null,
                null,
                new SubmittedReceipt(today, on, receiptNumber),
                again);
    }

    /**
     * The submitted proof was rejected. What was left of the period to pay on the day of submission, at least one
     * working day, runs again, so that the office's check does not use it up.
     *
     * @param byPost whether the notice of the rejection goes by post: then the whole period runs
     */
    Fee receiptRefused(boolean byPost, Deadlines deadlines, LocalDate today) {
        var former = payUntil;
        var given = submitted;
        if (former == null || given == null) {
            return withoutSubmission(former, again);
        }
        int days = 1;
        while (days < WORKING_DAYS_TO_PAY
                && (byPost || toPay(deadlines, given.submittedOn(), days).isBefore(former))) {
            days++;
        }
        return withoutSubmission(
                OfficeDays.later(former, toPay(deadlines, today, days)), new RenewedPayPeriod(today, days));
    }

    /** Without the numbers of receipts. */
    Fee erased() {
        return new Fee(amount, pages, notifiedOn, payUntil, remaining, paidOn, null, null, again);
    }

    private Fee withoutSubmission(@Nullable LocalDate day, @Nullable RenewedPayPeriod running) {
        return new Fee(amount, pages, notifiedOn, day, remaining, paidOn, receipt, null, running);
    }

    private void requirePayable(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw BasvuruRefusal.ODEME_ILERIDE
                    .because(Texts.of("basvuru.ret.odeme-ileride"))
                    .exception();
        }
        if (on.isBefore(notifiedOn)) {
            throw BasvuruRefusal.ODEME_BILDIRIMDEN_ONCE
                    .because(Texts.of("basvuru.ret.odeme-bildirimden-once"))
                    .exception();
        }
        if (payUntil != null && on.isAfter(payUntil)) {
            throw BasvuruRefusal.ODEME_GEC
                    .because(Texts.of("basvuru.ret.odeme-gec"))
                    .exception();
        }
    }

    /** The lapse by the current holiday table, never earlier than the applicant was notified. */
    Fee recomputed(Deadlines deadlines, @Nullable LocalDate servedOn) {
        var day = lapse(deadlines, servedOn);
        if (payUntil == null || day == null) {
            return this;
        }
        var latest = OfficeDays.later(payUntil, day);
        var running = again;
        return payableUntil(
                running == null ? latest : OfficeDays.later(latest, toPay(deadlines, running.from(), running.days())));
    }

    /**
     * The period to pay runs from the service of the notice, not from its date (4982 md. 11).
     *
     * @param servedOn null: unknown, no period runs
     */
    Fee served(Deadlines deadlines, @Nullable LocalDate servedOn) {
        return payableUntil(lapse(deadlines, servedOn));
    }

    private Fee payableUntil(@Nullable LocalDate day) {
        return new Fee(amount, pages, notifiedOn, day, remaining, paidOn, receipt, submitted, again);
    }

    /** How the limit is counted from a day: the whole one, or what was left of it. */
    Counting countingFrom(LocalDate day, Counting before, RuleSettings rules) {
        return new Counting(
                day,
                before.extended(),
                rules.feeRestart() == RuleSettings.FeeRestart.FRESH ? null : Integer.valueOf(remaining),
                before.standards());
    }

    boolean awaited() {
        return paidOn == null;
    }

    /** From this instant it counts as unpaid; null until the notice was served and while a proof has to be checked. */
    @Nullable
    Instant unpaidFrom() {
        return payUntil == null || submitted != null ? null : OfficeDays.startOf(payUntil.plusDays(1));
    }

    /** Last day of payment (4982 md. 11). */
    private static @Nullable LocalDate lapse(Deadlines deadlines, @Nullable LocalDate servedOn) {
        return servedOn == null ? null : toPay(deadlines, servedOn, WORKING_DAYS_TO_PAY);
    }

    private static LocalDate toPay(Deadlines deadlines, LocalDate from, int workingDays) {
        return deadlines
                .period(
                        PeriodOf.CITIZEN,
                        from,
                        workingDays,
                        DayUnit.IS_GUNU,
                        Texts.of("basvuru.fee.4982-sayili-kanun-md-11"))
                .lastDay();
    }
}

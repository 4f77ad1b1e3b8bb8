package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cost of an access that the applicant was notified of (4982 md. 10–11).
 *
 * @param amount Turkish lira
 * @param payUntil last day of payment; unpaid then, the application counts as withdrawn
 * @param remaining what was left of the limit when the notice cut it, see {@link tr.muhatap.deadline.Counting#remaining}
 */
record Fee(
        BigDecimal amount,
        int pages,
        LocalDate notifiedOn,
        LocalDate payUntil,
        int remaining,
        @Nullable LocalDate paidOn,
        @Nullable String receipt) {

    Fee paid(LocalDate on, String receiptNumber) {
        return new Fee(amount, pages, notifiedOn, payUntil, remaining, on, receiptNumber);
    }

    Fee payableUntil(LocalDate day) {
        return new Fee(amount, pages, notifiedOn, day, remaining, paidOn, receipt);
    }
}

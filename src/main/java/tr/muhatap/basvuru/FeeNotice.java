package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of access as it is notified to the applicant.
 *
 * @param amount Turkish lira
 * @param pages all of them, the free ones included
 * @param lines what the amount is made of; empty where it was entered as a sum
 * @param payAt place of payment in the dative; null: the office's setting
 * @param iban account; null: there is none
 */
public record FeeNotice(
        BigDecimal amount,
        int pages,
        List<FeeLine> lines,
        @Nullable String payAt,
        @Nullable String iban) {

    public FeeNotice {
        lines = List.copyOf(lines);
    }

    public static FeeNotice of(BigDecimal amount, int pages) {
        return new FeeNotice(amount, pages, List.of(), null, null);
    }

    /** Whether something else than pages is charged. */
    boolean chargesMoreThanPages() {
        return lines.stream().anyMatch(line -> line.item() != FeeItem.SAYFA);
    }
}

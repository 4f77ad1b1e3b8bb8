package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fee as notified to the applicant.
 *
 * @param amount Turkish lira
 * @param pages all pages, including the free ones
 * @param lines items of the amount; empty if it was entered as a sum
 * @param payAt place of payment in the dative; null: the office's setting
 * @param iban account; null: none
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

    /** Whether anything other than pages is charged. */
    boolean chargesMoreThanPages() {
        return lines.stream().anyMatch(line -> line.item() != FeeItem.SAYFA);
    }
}

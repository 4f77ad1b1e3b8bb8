package tr.muhatap.basvuru;

import java.math.BigDecimal;

/**
 * One line of a notified fee.
 *
 * @param count number of charged units
 * @param unitPrice Turkish lira
 */
public record FeeLine(FeeItem item, int count, BigDecimal unitPrice) {

    /** Turkish lira. */
    public BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(count));
    }
}

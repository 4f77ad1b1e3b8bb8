package tr.muhatap.basvuru;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * The office's prices for access from a day on, until the next tariff begins (4982 md. 10, Yönetmelik md. 22).
 *
 * @param validFrom first day, Europe/Istanbul
 * @param payAt place of payment in the dative: "Belediyemiz veznelerine"
 * @param iban account, without blanks; null: payment at the place only
 * @param prices Turkish lira for one of each item; items without a price are not charged
 */
public record FeeTariff(
        LocalDate validFrom, String payAt, @Nullable String iban, Map<FeeItem, BigDecimal> prices) {

    private static final Pattern TURKISH_IBAN = Pattern.compile("TR\\d{24}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    public FeeTariff {
        prices = Map.copyOf(prices);
    }

    /** Version tag: who changes a tariff sends the tag of the one that was shown. */
    public String tag() {
        String content = validFrom + "\n" + payAt + "\n" + iban + "\n" + new TreeMap<>(prices);
        return DigestUtils.md5DigestAsHex(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this is a valid Turkish IBAN (ISO 13616), without blanks. */
    public static boolean isIban(String iban) {
        if (!TURKISH_IBAN.matcher(iban).matches()) {
            return false;
        }
        // Country code TR as digits (T = 29, R = 27), moved behind the account
        var digits = new BigInteger(iban.substring(4) + "2927" + iban.substring(2, 4));
        return digits.mod(CHECK).equals(BigInteger.ONE);
    }

    /**
     * The charges for pages and other items.
     *
     * @param freePages pages that cost nothing (Yönetmelik md. 22)
     * @param counts of items other than pages
     */
    public List<FeeLine> lines(int pages, int freePages, Map<FeeItem, Integer> counts) {
        var charged = new EnumMap<FeeItem, Integer>(FeeItem.class);
        charged.putAll(counts);
        charged.put(FeeItem.SAYFA, Math.max(0, pages - freePages));
        var lines = new ArrayList<FeeLine>();
        charged.forEach((item, count) -> {
            var price = prices.get(item);
            if (price != null && count > 0) {
                lines.add(new FeeLine(item, count, price));
            }
        });
        return lines;
    }
}

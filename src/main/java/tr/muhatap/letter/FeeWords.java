package tr.muhatap.letter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeLine;
import tr.muhatap.basvuru.FeeNotice;
import tr.muhatap.text.Texts;

/** Template variables about a notified fee, shared by letters, messages and the tracking page (Yönetmelik md. 22). */
public final class FeeWords {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final int GROUP = 4;

    private FeeWords() {}

    /**
     * The template variables, empty without a fee.
     *
     * @param usual default place of payment in the dative
     */
    public static Map<String, Object> of(@Nullable FeeNotice fee, String usual) {
        if (fee == null) {
            return Map.of("tutar", "", "sayfa", "", "kalemler", List.of(), "odemeYeri", usual);
        }
        String iban = fee.iban();
        String place = Objects.requireNonNullElse(fee.payAt(), usual);
        return Map.of(
                "tutar",
                amount(fee.amount()),
                "sayfa",
                isOfPagesAlone(fee) ? Integer.toString(fee.pages()) : "",
                "kalemler",
                fee.lines().stream().map(line -> line(line, fee.pages())).toList(),
                "odemeYeri",
                iban == null ? place : Texts.of("letter.fee-words.odeme-yeri", place, grouped(iban)));
    }

    /** Otherwise the amount is not the price of the pages. */
    private static boolean isOfPagesAlone(FeeNotice fee) {
        return fee.lines().stream().allMatch(line -> line.item() == FeeItem.SAYFA);
    }

    private static String line(FeeLine line, int pages) {
        String words = Texts.of(
                "letter.fee-words.kalem",
                line.item().label(),
                Integer.toString(line.count()),
                amount(line.unitPrice()),
                amount(line.amount()));
        int free = line.item() == FeeItem.SAYFA ? pages - line.count() : 0;
        return free > 0 ? Texts.of("letter.fee-words.ucretsiz", words, Integer.toString(free)) : words;
    }

    private static String amount(BigDecimal lira) {
        return String.format(TURKISH, "%,.2f", lira);
    }

    /** Formats an IBAN in groups of four. */
    public static String grouped(String iban) {
        return iban.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }
}

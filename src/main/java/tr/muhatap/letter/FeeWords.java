package tr.muhatap.letter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeLine;
import tr.muhatap.text.Texts;

/** What letter and message alike say of a notified fee (Yönetmelik md. 22). */
public final class FeeWords {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final int GROUP = 4;

    private FeeWords() {}

    /**
     * The templates' variables, each empty if there is no fee.
     *
     * @param usual place of payment in the dative where the notice names none
     */
    public static Map<String, Object> of(BasvuruEvent.@Nullable UcretBildirildi fee, String usual) {
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
                Objects.requireNonNullElse(fee.lines(), List.<FeeLine>of()).stream()
                        .map(line -> line(line, fee.pages()))
                        .toList(),
                "odemeYeri",
                iban == null ? place : Texts.of("letter.fee-words.odeme-yeri", place, grouped(iban)));
    }

    /** Else the sum is not that of the pages. */
    private static boolean isOfPagesAlone(BasvuruEvent.UcretBildirildi fee) {
        return Objects.requireNonNullElse(fee.lines(), List.<FeeLine>of()).stream()
                .allMatch(line -> line.item() == FeeItem.SAYFA);
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

    /** An IBAN in groups of four, as banks print it. */
    static String grouped(String iban) {
        return iban.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }
}

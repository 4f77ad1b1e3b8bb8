package tr.muhatap.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses amounts in Turkish lira with at most two decimals; ambiguous notation is refused. */
public final class Money {

    /** Example for messages. */
    public static final String EXAMPLE = Texts.of("text.money.ornegin-125-50-ya-da");

    private static final Pattern TURKISH = Pattern.compile("(\\d{1,3}(?:\\.\\d{3})+|\\d{1,12})(?:,(\\d{1,2}))?");
    private static final Pattern JSON = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2})?");

    private Money() {}

    /** Turkish notation: {@code 1.250,50}, {@code 1250,5}, {@code 125}. */
    public static Optional<BigDecimal> turkish(String typed) {
        var parts = TURKISH.matcher(PlainText.stripped(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String lira = parts.group(1).replace(".", "");
        return amount(parts.group(2) == null ? lira : lira + "." + parts.group(2));
    }

    /** Machine-readable notation, {@code 1250.50}; a decimal comma is accepted as well, since it is unambiguous. */
    public static Optional<BigDecimal> json(String given) {
        if (given.indexOf(',') >= 0) {
            return turkish(given);
        }
        return JSON.matcher(given).matches() ? amount(given) : Optional.empty();
    }

    private static Optional<BigDecimal> amount(String digits) {
        return Optional.of(new BigDecimal(digits).setScale(2));
    }
}

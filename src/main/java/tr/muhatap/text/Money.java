package tr.muhatap.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts in Turkish lira with at most two decimals; what can be read in two ways is not read at all. */
public final class Money {

    /** For messages. */
    public static final String EXAMPLE = Texts.of("text.money.ornegin-125-50-ya-da");

    private static final Pattern TURKISH = Pattern.compile("(\\d{1,3}(?:\\.\\d{3})+|\\d{1,12})(?:,(\\d{1,2}))?");
    private static final Pattern JSON = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2})?");

    private Money() {}

    /** As people write it: {@code 1.250,50}, {@code 1250,5}, {@code 125}. */
    public static Optional<BigDecimal> turkish(String typed) {
        var parts = TURKISH.matcher(PlainText.stripped(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String lira = parts.group(1).replace(".", "");
        return amount(parts.group(2) == null ? lira : lira + "." + parts.group(2));
    }

    /**
     * As programs write it, {@code 1250.50}; with a decimal comma also as people do, since that has one meaning only.
     */
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

package tr.muhatap.text;

import java.util.regex.Pattern;

/** Numbers that people write in groups: identity, tax and application numbers. */
public final class Digits {

    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\u00ad\u2212\u2043]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern APPLICATION = Pattern.compile("([0-9]{4})-?([0-9]{6,9})");

    private Digits() {}

    /** {@code 100 000 001 46} and {@code 100-000-001-46} as {@code 10000000146}; anything but digits stays. */
    public static String joined(String typed) {
        return plain(typed).replace(" ", "").replace("-", "");
    }

    /**
     * An application's number as it is kept, {@code 2026-000123}, for {@code 2026 – 000123} and {@code 2026000123};
     * other words stay.
     */
    public static String applicationNumber(String typed) {
        String plain = plain(typed);
        var parts = APPLICATION.matcher(plain.replace(" ", ""));
        return parts.matches() ? parts.group(1) + "-" + parts.group(2) : plain;
    }

    /**
     * With plain blanks and hyphens alone, whatever blanks and hyphens a telephone's keyboard or a copied page gave.
     */
    static String plain(String typed) {
        String plain = HYPHENS.matcher(typed).replaceAll("-");
        return BLANKS.matcher(UNSEEN.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}

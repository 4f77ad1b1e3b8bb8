package tr.muhatap.text;

import java.util.regex.Pattern;

/** Normalizes numbers that people write in groups: identity, tax and application numbers. */
public final class Digits {

    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\u00ad\u2212\u2043]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern APPLICATION = Pattern.compile("([0-9]{4})-?([0-9]{6,9})");

    private Digits() {}

    /**
     * Joins {@code 100 000 001 46} and {@code 100-000-001-46} to {@code 10000000146}; returns other texts unchanged.
     */
    public static String joined(String typed) {
        return plain(typed).replace(" ", "").replace("-", "");
    }

    /**
     * Normalizes {@code 2026 – 000123} and {@code 2026000123} to {@code 2026-000123}; returns other texts unchanged.
     */
    public static String applicationNumber(String typed) {
        String plain = plain(typed);
        var parts = APPLICATION.matcher(plain.replace(" ", ""));
        return parts.matches() ? parts.group(1) + "-" + parts.group(2) : plain;
    }

    /** Replaces all kinds of blanks and hyphens by plain ones. */
    static String plain(String typed) {
        String plain = HYPHENS.matcher(typed).replaceAll("-");
        return BLANKS.matcher(UNSEEN.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}

package tr.muhatap.organization;

import java.util.Locale;

/** Turkish words as people type them in haste. */
public final class TurkishText {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final String MARKED = "çğıöşüâîû";
    private static final String BARE = "cgiosuaiu";

    private TurkishText() {}

    /**
     * The words of a text, {@link #folded}, each after one space and with one space at the end; everything that is neither
     * letter nor digit parts words. Without any word it is empty.
     */
    public static String words(String text) {
        String words = folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty() ? "" : " " + words + " ";
    }

    /** Small letters by the Turkish rule (I is ı, İ is i), then without marks: {@code IŞIK}, {@code ışık} and {@code isik} are one. */
    public static String folded(String typed) {
        var folded = new StringBuilder(typed.toLowerCase(TURKISH));
        for (int i = 0; i < folded.length(); i++) {
            int place = MARKED.indexOf(folded.charAt(i));
            if (place >= 0) {
                folded.setCharAt(i, BARE.charAt(place));
            }
        }
        return folded.toString();
    }
}

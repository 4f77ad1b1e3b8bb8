package tr.muhatap.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turkish words as people type them in haste. */
public final class TurkishText {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    /** What stands for an apostrophe on one keyboard or another. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07]");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TurkishText() {}

    /**
     * The words of a text, {@link #folded}, each after one space and with one space at the end; everything that is
     * neither letter nor digit parts words. Without any word it is empty.
     */
    public static String words(String text) {
        String words = NO_WORD.matcher(folded(text)).replaceAll(" ").strip();
        return words.isEmpty() ? "" : " " + words + " ";
    }

    /**
     * What a reader sees as equal is equal: small letters by the Turkish rule (I is ı, İ is i), then without marks,
     * however the letters were composed: {@code IŞIK}, {@code ışık} and {@code isik} are one, and so are {@code kâğıt}
     * and {@code kagit}. All apostrophes are one, all blanks one blank.
     */
    public static String folded(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        String small = APOSTROPHES.matcher(composed).replaceAll("'").toLowerCase(TURKISH);
        String bare = MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('ı', 'i');
        return BLANKS.matcher(UNSEEN.matcher(bare).replaceAll("")).replaceAll(" ");
    }
}

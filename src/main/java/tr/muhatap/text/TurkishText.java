package tr.muhatap.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes Turkish text for comparison, tolerating informal spelling. */
public final class TurkishText {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    /** Characters used as apostrophes on various keyboards. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07]");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TurkishText() {}

    /**
     * The {@link #folded} words of a text, each after a space, with a trailing space; everything except letters and
     * digits separates words. Empty without words.
     */
    public static String words(String text) {
        String words = NO_WORD.matcher(folded(text)).replaceAll(" ").strip();
        return words.isEmpty() ? "" : " " + words + " ";
    }

    /**
     * Folds what looks alike: lower case by Turkish rules (I is ı, İ is i), then without diacritics: {@code IŞIK},
     * {@code ışık} and {@code isik} are equal, and so are {@code kâğıt} and {@code kagit}. All apostrophes and all
     * blanks are unified.
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

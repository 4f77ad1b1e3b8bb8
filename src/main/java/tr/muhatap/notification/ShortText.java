package tr.muhatap.notification;

import java.text.BreakIterator;
import java.util.Locale;

/** Truncates a text at the end of a sentence, or of a word, and adds where the rest is. */
final class ShortText {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private ShortText() {}

    /** The text itself if it is short enough, otherwise as many whole sentences as fit, followed by {@code end}. */
    static String of(String text, int longest, String end) {
        String whole = text.strip();
        if (whole.length() <= longest) {
            return whole;
        }
        int room = longest - end.length();
        int cut = lastEnd(BreakIterator.getSentenceInstance(TURKISH), whole, room);
        if (cut < room / 2) {
            // A sentence longer than the available space
            cut = lastEnd(BreakIterator.getWordInstance(TURKISH), whole, room);
        }
        return whole.substring(0, cut).strip() + end;
    }

    private static int lastEnd(BreakIterator ends, String text, int room) {
        ends.setText(text);
        int end = ends.isBoundary(room) ? room : ends.preceding(room);
        return end == BreakIterator.DONE ? 0 : end;
    }
}

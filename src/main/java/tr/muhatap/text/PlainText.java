package tr.muhatap.text;

import java.text.Normalizer;

/** Which characters an input may hold, and in which form they are kept. */
public final class PlainText {

    /** Letters by name that show nothing. */
    private static final String INVISIBLE_LETTERS = "\u115f\u1160\u2800\u3164\uffa0";

    private PlainText() {}

    /**
     * A text as it is kept: composed (NFC), so that what looks equal is equal; empty if nothing of it can be seen, such
     * as a lone zero-width space.
     */
    public static String normal(String typed) {
        String composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
        return composed.codePoints().allMatch(PlainText::isUnseen) ? "" : composed;
    }

    /**
     * A text without blanks at both ends, also those that {@link String#strip} leaves: no-break and zero-width ones.
     */
    public static String stripped(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isBlank(typed.codePointAt(from))) {
            from += Character.charCount(typed.codePointAt(from));
        }
        while (to > from && isBlank(typed.codePointBefore(to))) {
            to -= Character.charCount(typed.codePointBefore(to));
        }
        return typed.substring(from, to);
    }

    /**
     * No control characters, no half of a surrogate pair, nothing that begins a line or turns the direction of reading.
     */
    public static boolean isCleanLine(String value) {
        return value.codePoints().noneMatch(character -> isUnwanted(character) || movesWhatFollows(character));
    }

    /** Characters of a text as people count them: code points. */
    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    public static boolean isLongerThan(String value, int most) {
        return length(value) > most;
    }

    /** A line without characters that show nothing, such as those that join, hide or turn their neighbours. */
    public static boolean isVisibleLine(String value) {
        return isCleanLine(value)
                && value.codePoints().noneMatch(character -> Character.getType(character) == Character.FORMAT);
    }

    /** As a line, with line feed, carriage return and tab allowed. */
    public static boolean isCleanText(String value) {
        return value.codePoints()
                .filter(character -> character != '\n' && character != '\r' && character != '\t')
                .noneMatch(PlainText::isUnwanted);
    }

    /** A blank of any width, none included. */
    static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200b'
                || character == '\u2060'
                || character == '\ufeff';
    }

    private static boolean isUnseen(int character) {
        return isBlank(character)
                || Character.getType(character) == Character.FORMAT
                || INVISIBLE_LETTERS.indexOf(character) >= 0
                || isVariationSelector(character)
                || character == '\u034f';
    }

    static boolean isVariationSelector(int character) {
        return (character >= 0xfe00 && character <= 0xfe0f)
                || (character >= 0xe0100 && character <= 0xe01ef)
                || (character >= 0x180b && character <= 0x180d);
    }

    private static boolean isUnwanted(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE || (character & 0xfffe) == 0xfffe;
    }

    private static boolean movesWhatFollows(int character) {
        int type = Character.getType(character);
        return type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }
}

package tr.muhatap.text;

import java.text.Normalizer;

/** Normalizes and validates the characters of user input. */
public final class PlainText {

    /** Code points of category letter that are invisible. */
    private static final String INVISIBLE_LETTERS = "\u115f\u1160\u2800\u3164\uffa0";

    private PlainText() {}

    /** NFC, so that equal-looking texts are equal; empty if nothing is visible, such as a single zero-width space. */
    public static String normal(String typed) {
        String composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
        return composed.codePoints().allMatch(PlainText::isUnseen) ? "" : composed;
    }

    /** Strips blanks at both ends, including no-break and zero-width ones, which {@link String#strip} keeps. */
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

    /** No control characters, unpaired surrogates, line separators or bidirectional controls. */
    public static boolean isCleanLine(String value) {
        return value.codePoints().noneMatch(character -> isUnwanted(character) || movesWhatFollows(character));
    }

    /** Length in code points. */
    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    public static boolean isLongerThan(String value, int most) {
        return length(value) > most;
    }

    /** A clean line without invisible characters, such as joiners. */
    public static boolean isVisibleLine(String value) {
        return isCleanLine(value)
                && value.codePoints().noneMatch(character -> Character.getType(character) == Character.FORMAT);
    }

    /** As {@link #isCleanLine}, but allows line feed, carriage return and tab. */
    public static boolean isCleanText(String value) {
        return value.codePoints()
                .filter(character -> character != '\n' && character != '\r' && character != '\t')
                .noneMatch(PlainText::isUnwanted);
    }

    /** A blank of any width, including zero. */
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

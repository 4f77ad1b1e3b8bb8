package tr.muhatap.text;

import java.util.regex.Pattern;

/** Texts in files that spreadsheets open. */
public final class SpreadsheetText {

    /** What spreadsheets take for a formula, also behind blanks and in full width. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*|^[\t\r\n].*", Pattern.DOTALL);

    private SpreadsheetText() {}

    /** A text that a spreadsheet does not compute: an apostrophe stands before what it would take for a formula. */
    public static String safe(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches();
    }
}

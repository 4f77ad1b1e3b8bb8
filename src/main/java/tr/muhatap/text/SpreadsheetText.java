package tr.muhatap.text;

import java.util.regex.Pattern;

/** Escapes texts in files for spreadsheets. */
public final class SpreadsheetText {

    /** What spreadsheets interpret as a formula, also after blanks and in full width. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*|^[\t\r\n].*", Pattern.DOTALL);

    private SpreadsheetText() {}

    /** Prefixes a potential formula with an apostrophe. */
    public static String safe(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches();
    }
}

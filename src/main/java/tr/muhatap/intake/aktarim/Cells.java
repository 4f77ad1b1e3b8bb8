package tr.muhatap.intake.aktarim;

import java.util.regex.Pattern;
import tr.muhatap.text.SpreadsheetText;

/** Cell formats of spreadsheets. */
final class Cells {

    /** Error values of spreadsheets, in English and in Turkish. */
    private static final Pattern ERROR =
            Pattern.compile("#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|BAŞV!|YOK|DEĞER!|SAYI/0!|AD\\?|BOŞ!|SAYI!)");

    private static final Pattern SHORTENED = Pattern.compile("[+-]?(\\d(?:[.,](\\d+))?)[eE]\\+?(\\d{1,3})");

    private Cells() {}

    /** Without the apostrophe that marks a formula as text. */
    static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && SpreadsheetText.isFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    static boolean isError(String cell) {
        return ERROR.matcher(cell.strip()).matches();
    }

    /** Whether digits were lost by scientific notation, as in 1,23457E+10. */
    static boolean hasLostDigits(String cell) {
        var shortened = SHORTENED.matcher(cell.strip());
        if (!shortened.matches()) {
            return false;
        }
        int known = shortened.group(2) == null ? 0 : shortened.group(2).length();
        return known < Integer.parseInt(shortened.group(3));
    }

    /**
     * Expands a number in scientific notation that kept all its digits, such as 1,0000000146E+10; anything else is
     * returned unchanged.
     */
    static String writtenOut(String cell) {
        var shortened = SHORTENED.matcher(cell.strip());
        if (!shortened.matches() || hasLostDigits(cell)) {
            return cell;
        }
        String digits = shortened.group(1).replace(".", "").replace(",", "");
        int length = Integer.parseInt(shortened.group(3)) + 1;
        return digits.length() == length ? digits : cell;
    }
}

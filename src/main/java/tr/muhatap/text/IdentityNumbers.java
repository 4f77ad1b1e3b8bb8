package tr.muhatap.text;

/** Validates the check digits of identity numbers. */
public final class IdentityNumbers {

    private static final int NATIONAL_ID_LENGTH = 11;
    private static final int TAX_NUMBER_LENGTH = 10;

    private IdentityNumbers() {}

    /** T.C. kimlik no: 11 digits, the first not 0, the last two are check digits. */
    public static boolean isNationalId(String value) {
        if (!isDigits(value, NATIONAL_ID_LENGTH) || value.charAt(0) == '0') {
            return false;
        }
        int odd = 0;
        int even = 0;
        for (int i = 0; i < 9; i++) {
            if (i % 2 == 0) {
                odd += digit(value, i);
            } else {
                even += digit(value, i);
            }
        }
        int tenth = Math.floorMod(odd * 7 - even, 10);
        int eleventh = (odd + even + tenth) % 10;
        return digit(value, 9) == tenth && digit(value, 10) == eleventh;
    }

    /** Numbers of foreigners have the same format and begin with 99; not all have valid check digits. */
    public static boolean looksLikeForeignersId(String value) {
        return isDigits(value, NATIONAL_ID_LENGTH) && value.startsWith("99");
    }

    /** Vergi kimlik no: 10 digits, the last is a check digit. */
    public static boolean isTaxNumber(String value) {
        if (!isDigits(value, TAX_NUMBER_LENGTH)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int shifted = (digit(value, i) + 9 - i) % 10;
            int part = (shifted * (1 << (9 - i))) % 9;
            sum += shifted != 0 && part == 0 ? 9 : part;
        }
        return digit(value, 9) == (10 - sum % 10) % 10;
    }

    private static boolean isDigits(String value, int length) {
        return value.length() == length && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int digit(String value, int index) {
        return value.charAt(index) - '0';
    }
}

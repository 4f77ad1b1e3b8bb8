package tr.muhatap.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses telephone numbers. */
public final class Phones {

    /** Example for messages. */
    public static final String EXAMPLE = Texts.of("text.phones.ornegin-0532-111-22-33");

    private static final String HOME_REGION = "TR";

    /** Excludes letters, which would be converted to keypad digits, and digits of other scripts. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()./-]+");

    private Phones() {}

    /**
     * E.164, e.g. {@code +905321112233} for {@code 0532 111 22 33}, {@code 0090 (532) 111-22-33} and {@code
     * 5321112233}; empty if it is not a valid number.
     */
    public static Optional<String> parse(String typed) {
        String written = Digits.plain(typed);
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(written, HOME_REGION);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}

package tr.muhatap.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** Brings telephone numbers and e-mail addresses into one form; empty where they are none. */
public final class Contacts {

    private static final String HOME_REGION = "TR";
    private static final int LONGEST_EMAIL = 254;

    private Contacts() {}

    /** E.164, e.g. {@code +905321112233} for {@code 0532 111 22 33}. */
    public static Optional<String> phone(String typed) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(typed, HOME_REGION);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** A bare address with a domain, without a display name. */
    static Optional<String> email(String typed) {
        try {
            var address = new InternetAddress(typed, true);
            address.validate();
            boolean bare = typed.equals(address.getAddress());
            boolean withDomain = typed.indexOf('@') > 0 && typed.indexOf('.', typed.indexOf('@')) > 0;
            return bare && withDomain && typed.length() <= LONGEST_EMAIL ? Optional.of(typed) : Optional.empty();
        } catch (AddressException notAnAddress) {
            return Optional.empty();
        }
    }
}

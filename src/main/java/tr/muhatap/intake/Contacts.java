package tr.muhatap.intake;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** Brings e-mail addresses into one form; empty where they are none. */
final class Contacts {

    private static final int LONGEST_EMAIL = 254;

    private Contacts() {}

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

package tr.muhatap.text;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validates e-mail addresses. */
public final class Contacts {

    private static final int LONGEST_EMAIL = 254;
    private static final String NO_ADDRESS = Texts.of("text.contacts.e-posta-adresi-gecersiz-ornegin");
    private static final String NO_ASCII = Texts.of("text.contacts.e-posta-adresinin-isaretinden-onceki");
    private static final String NO_DOMAIN = Texts.of("text.contacts.e-posta-adresinin-isaretinden-sonraki");

    private Contacts() {}

    /** A bare address with a domain, without display name, that is deliverable as written. */
    public static Optional<String> email(String typed) {
        return emailFault(typed) == null ? Optional.of(typed) : Optional.empty();
    }

    /** Why an address is invalid, as a sentence; null if it is valid. */
    public static @Nullable String emailFault(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1 || typed.length() > LONGEST_EMAIL) {
            return NO_ADDRESS;
        }
        if (!isAscii(typed.substring(0, at))) {
            return NO_ASCII;
        }
        String domain = typed.substring(at + 1);
        var ascii = asciiDomain(domain);
        if (ascii.isEmpty()) {
            return isAscii(domain) ? NO_ADDRESS : NO_DOMAIN;
        }
        String whole = typed.substring(0, at) + "@" + ascii.get();
        try {
            var address = new InternetAddress(whole, true);
            address.validate();
            boolean bare = whole.equals(address.getAddress());
            return bare && ascii.get().indexOf('.') > 0 && whole.length() <= LONGEST_EMAIL ? null : NO_ADDRESS;
        } catch (AddressException notAnAddress) {
            return NO_ADDRESS;
        }
    }

    /**
     * The address for SMTP, with its domain in IDNA form. Empty if encoding would change the address; letters are never
     * replaced.
     */
    public static Optional<String> emailForSending(String address) {
        int at = address.lastIndexOf('@');
        if (emailFault(address) != null) {
            return Optional.empty();
        }
        return asciiDomain(address.substring(at + 1)).map(domain -> address.substring(0, at) + "@" + domain);
    }

    /** Empty if IDNA rejects the domain, or would map it to another one, such as "ß" to "ss". */
    private static Optional<String> asciiDomain(String domain) {
        if (isAscii(domain)) {
            return Optional.of(domain);
        }
        String composed = Normalizer.normalize(domain, Normalizer.Form.NFC);
        if (composed.indexOf('İ') >= 0 || composed.indexOf('\u0307') >= 0) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(composed, IDN.USE_STD3_ASCII_RULES);
            boolean same = IDN.toUnicode(ascii).equals(composed.toLowerCase(Locale.ROOT));
            return same ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** Whether it is a registered e-mail (KEP) address, which only the document system can send to. */
    public static boolean isKep(@Nullable String email) {
        return email != null && email.toLowerCase(Locale.ROOT).endsWith(".kep.tr");
    }
}

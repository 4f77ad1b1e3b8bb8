package tr.muhatap.text;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at e-mail addresses: whether mail can be sent to one as it was written. */
public final class Contacts {

    private static final int LONGEST_EMAIL = 254;
    private static final String NO_ADDRESS = Texts.of("text.contacts.e-posta-adresi-gecersiz-ornegin");
    private static final String NO_ASCII = Texts.of("text.contacts.e-posta-adresinin-isaretinden-onceki");
    private static final String NO_DOMAIN = Texts.of("text.contacts.e-posta-adresinin-isaretinden-sonraki");

    private Contacts() {}

    /** A bare address with a domain, without a display name, to which mail can be sent. */
    public static Optional<String> email(String typed) {
        return emailFault(typed) == null ? Optional.of(typed) : Optional.empty();
    }

    /** Why an address is none, as a sentence; null if it is one. */
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
     * The address as it may stand in SMTP: its domain by IDNA. Empty if it cannot be written without becoming another
     * address; letters are never replaced.
     */
    public static Optional<String> emailForSending(String address) {
        int at = address.lastIndexOf('@');
        if (emailFault(address) != null) {
            return Optional.empty();
        }
        return asciiDomain(address.substring(at + 1)).map(domain -> address.substring(0, at) + "@" + domain);
    }

    /** Empty if IDNA refuses it, or would make another domain of it, as it makes "ss" of "ß". */
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

    /** Whether an address is one of registered e-mail (KEP), which only the document system can write to. */
    public static boolean isKep(@Nullable String email) {
        return email != null && email.toLowerCase(Locale.ROOT).endsWith(".kep.tr");
    }
}

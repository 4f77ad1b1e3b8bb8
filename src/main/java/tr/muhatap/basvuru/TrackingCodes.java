package tr.muhatap.basvuru;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the secret with which a citizen follows an application: 12 characters, 60 random bits, none that look alike. */
@Component
class TrackingCodes {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code as a person typed it, brought into the form that is stored: capitals, without blanks and hyphens. */
    static String normalized(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

package tr.muhatap.takip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.text.Digits;

/**
 * Tracking codes of citizens: 12 characters, 60 bits, without similar-looking characters. A code is derived from the
 * number and its issue by a keyed function, and is never stored: database, pages and stored messages do not reveal it.
 */
@Component
public class TrackingCodes {

    /** Placeholder in stored texts, replaced when they are sent. */
    public static final String PLACEHOLDER = "(takip kodu)";

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;
    private static final int LINK_LENGTH = 26;
    private static final int ALL = 0xff;

    private final TrackingKey key;

    TrackingCodes(TrackingKey key) {
        this.key = key;
    }

    /**
     * The code issued at registration, so that a repeated request gets the same response; null once another was issued.
     */
    public @Nullable String atRegistration(Basvuru basvuru) {
        return basvuru.codeIssue() == Basvuru.FIRST_CODE_ISSUE
                ? derived(basvuru.number(), Basvuru.FIRST_CODE_ISSUE)
                : null;
    }

    /** The valid code; null for a random one of an earlier version, of which only a hash is stored. */
    @Nullable
    String of(Basvuru basvuru) {
        return basvuru.codeIssue() < Basvuru.FIRST_CODE_ISSUE ? null : derived(basvuru.number(), basvuru.codeIssue());
    }

    /** Compares user input with the application's code in constant time. */
    boolean isOf(Basvuru basvuru, String typed) {
        String given = normalized(typed);
        String good = of(basvuru);
        if (good != null) {
            return equal(good, given);
        }
        String hash = basvuru.codeHash();
        return hash != null && equal(hash, hashed(basvuru.number(), given));
    }

    /** Hash of a random code of an earlier version. */
    String hashed(String number, String code) {
        return HexFormat.of().formatHex(key.hash("kod:" + number + ":" + code));
    }

    /** Keyed hash of a text, which cannot be reversed without the key; 64 hexadecimal digits. */
    public String opaque(String words) {
        return HexFormat.of().formatHex(key.hash("iz:" + words));
    }

    /** The secret of a link that stands nowhere, by the seed that is stored: 130 bits. */
    public String linkToken(String seed) {
        return letters(key.hash("soru:" + seed), LINK_LENGTH);
    }

    /** By what a link is found; takes as long for one that is none of ours. */
    public String linkHash(String token) {
        return HexFormat.of().formatHex(key.hash("soru-iz:" + normalized(token)));
    }

    private String derived(String number, int issue) {
        return letters(key.hash("takip:" + number + ":" + issue), LENGTH);
    }

    private static String letters(byte[] hash, int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt((hash[i] & ALL) % ALPHABET.length()));
        }
        return code.toString();
    }

    /** Normalizes user input: upper case, without blanks and hyphens. */
    static String normalized(String typed) {
        return Digits.joined(typed).toUpperCase(Locale.ROOT);
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

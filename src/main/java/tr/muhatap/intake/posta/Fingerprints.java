package tr.muhatap.intake.posta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Fingerprints of mails, to detect duplicates: computed over what the sender's program produced, without the trace
 * headers that servers added. The Message-ID is included but not sufficient: by guessing it, an attacker could suppress
 * somebody else's mail.
 */
final class Fingerprints {

    private static final List<String> WRITERS = List.of("message-id:", "date:", "from:", "subject:");

    private Fingerprints() {}

    /** Fingerprint of a mail, or of its available part; 64 hexadecimal digits. */
    static String of(byte[] raw) {
        var digest = sha256();
        int at = 0;
        boolean taken = false;
        while (at < raw.length) {
            int end = endOfLine(raw, at);
            int length = lengthWithoutEnd(raw, at, end);
            if (length == 0) {
                break;
            }
            boolean goesOn = raw[at] == ' ' || raw[at] == '\t';
            taken = goesOn ? taken : isWriters(raw, at, length);
            if (taken) {
                digest.update(raw, at, length);
                digest.update((byte) '\n');
            }
            at = end;
        }
        digest.update(raw, at, raw.length - at);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isWriters(byte[] raw, int at, int length) {
        var begin = new String(raw, at, Math.min(length, 12), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return WRITERS.stream().anyMatch(begin::startsWith);
    }

    /** Index after the end of the line. */
    private static int endOfLine(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, raw.length);
    }

    private static int lengthWithoutEnd(byte[] raw, int from, int end) {
        int last = end;
        while (last > from && (raw[last - 1] == '\n' || raw[last - 1] == '\r')) {
            last--;
        }
        return last - from;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

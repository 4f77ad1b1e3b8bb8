package tr.muhatap.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The office's signed statement that an application was registered at a time with a limit, and that the log will
 * contain its entry. Fits into a QR code; no personal data.
 *
 * @param number of the application
 * @param registeredAt microseconds, which every database stores
 * @param lastDay of the limit at registration; null if the application was answered on the spot
 * @param words salted hash of the registration, as in the log's entry
 * @param key the first bytes of the signing key's fingerprint
 */
record ReceiptPromise(
        String number, Instant registeredAt, @Nullable LocalDate lastDay, byte[] words, byte[] key, byte[] signature) {

    /** Length of an encoded promise in characters. */
    static final int LENGTH = 155;

    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;
    private static final int SIGNED_BYTES = 1 + 1 + Integer.BYTES + 7 + 3 + MerkleTree.HASH_BYTES + KEY_BYTES;
    private static final int CENTURY = 2000;
    private static final int MICROS = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("20[0-9]{2}-[0-9]{6,9}");

    /** Domain separation: nothing else signed with this key has this prefix. */
    private static final byte[] PURPOSE = "muhatap-makbuz\n".getBytes(StandardCharsets.US_ASCII);

    static ReceiptPromise signed(
            String number, Instant registeredAt, @Nullable LocalDate lastDay, byte[] words, KeyPair pair) {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("No application has the number " + number);
        }
        var open = new ReceiptPromise(
                number,
                registeredAt.truncatedTo(ChronoUnit.MICROS),
                lastDay,
                words,
                fingerprint(pair.getPublic()),
                new byte[SIGNATURE_BYTES]);
        return new ReceiptPromise(
                open.number,
                open.registeredAt,
                lastDay,
                words,
                open.key,
                HeadKeys.sign(pair.getPrivate(), open.purposeAndFacts()));
    }

    /** Decodes a promise; empty if it is malformed. Does not verify the signature. */
    static Optional<ReceiptPromise> read(String written) {
        if (written.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
            if (bytes.remaining() != SIGNED_BYTES + SIGNATURE_BYTES || bytes.get() != VERSION) {
                return Optional.empty();
            }
            int year = CENTURY + bytes.get();
            String number = String.format(Locale.ROOT, "%d-%06d", year, bytes.getInt());
            long micros = number(bytes, 7);
            long lastDay = number(bytes, 3);
            var promise = new ReceiptPromise(
                    number,
                    Instant.ofEpochSecond(micros / MICROS).plus(micros % MICROS, ChronoUnit.MICROS),
                    lastDay == 0 ? null : LocalDate.ofEpochDay(lastDay),
                    part(bytes, MerkleTree.HASH_BYTES),
                    part(bytes, KEY_BYTES),
                    part(bytes, SIGNATURE_BYTES));
            // Reject spare bits in the last character and non-canonical numbers: a promise has exactly one encoding
            return NUMBER.matcher(number).matches() && promise.written().equals(written)
                    ? Optional.of(promise)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException noPromise) {
            return Optional.empty();
        }
    }

    String written() {
        var bytes = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES);
        bytes.put(facts()).put(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    boolean isSignedBy(PublicKey one) {
        return Arrays.equals(key, fingerprint(one)) && HeadKeys.isSigned(one, purposeAndFacts(), signature);
    }

    /** Whether the key's fingerprint is the stated one; does not verify the signature. */
    boolean names(PublicKey one) {
        return Arrays.equals(key, fingerprint(one));
    }

    private byte[] purposeAndFacts() {
        return ByteBuffer.allocate(PURPOSE.length + SIGNED_BYTES)
                .put(PURPOSE)
                .put(facts())
                .array();
    }

    private byte[] facts() {
        var bytes = ByteBuffer.allocate(SIGNED_BYTES);
        bytes.put(VERSION);
        bytes.put((byte) (Integer.parseInt(number.substring(0, 4)) - CENTURY));
        bytes.putInt(Integer.parseInt(number.substring(5)));
        put(bytes, ChronoUnit.MICROS.between(Instant.EPOCH, registeredAt), 7);
        put(bytes, lastDay == null ? 0 : lastDay.toEpochDay(), 3);
        bytes.put(words).put(key);
        return bytes.array();
    }

    private static byte[] fingerprint(PublicKey key) {
        return Arrays.copyOf(MerkleTree.digest().digest(key.getEncoded()), KEY_BYTES);
    }

    private static void put(ByteBuffer bytes, long value, int length) {
        for (int at = length - 1; at >= 0; at--) {
            bytes.put((byte) (value >>> (at * Byte.SIZE)));
        }
    }

    private static long number(ByteBuffer bytes, int length) {
        long value = 0;
        for (int at = 0; at < length; at++) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes.get());
        }
        return value;
    }

    private static byte[] part(ByteBuffer bytes, int length) {
        var part = new byte[length];
        bytes.get(part);
        return part;
    }
}

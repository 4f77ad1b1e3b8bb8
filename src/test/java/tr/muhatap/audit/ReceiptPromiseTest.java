package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signed promise of a receipt: what it says comes back, and nothing else is one. */
class ReceiptPromiseTest {

    private static final Instant AT = Instant.parse("2026-06-01T09:00:00.123456Z");
    private static final LocalDate LAST = LocalDate.of(2026, 6, 11);
    private static final byte[] WORDS = MerkleTree.leaf(new byte[] {7});

    private final java.security.KeyPair pair = HeadKeys.made();

    @ParameterizedTest
    @CsvSource({
        "2026-000001,2026-06-01T09:00:00.123456789Z,2026-06-11",
        "2026-000000,2026-01-01T00:00:00Z,",
        "2099-999999999,2099-12-31T20:59:59.999999Z,2100-03-01",
        "2000-1234567,2000-01-01T00:00:00.000001Z,2000-01-02"
    })
    void whatItSaysComesBack(String number, Instant at, LocalDate lastDay) {
        var promise = ReceiptPromise.signed(number, at, lastDay, WORDS, pair);

        var read = ReceiptPromise.read(promise.written()).orElseThrow();

        assertThat(read.number()).isEqualTo(number);
        assertThat(read.registeredAt()).isEqualTo(at.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        assertThat(read.lastDay()).isEqualTo(lastDay);
        assertThat(read.words()).isEqualTo(WORDS);
        assertThat(read.isSignedBy(pair.getPublic())).isTrue();
        assertThat(promise.written()).hasSize(ReceiptPromise.LENGTH).matches("[A-Za-z0-9_-]+");
    }

    /** The same receipt, printed twice, is the same. */
    @Test
    void itIsWrittenInOneWay() {
        String written = promise().written();

        assertThat(promise().written()).isEqualTo(written);
        char last = written.charAt(written.length() - 1);
        for (char other = 'A'; other <= 'z'; other++) {
            if (other != last && Character.isLetterOrDigit(other)) {
                String changed = written.substring(0, written.length() - 1) + other;
                assertThat(ReceiptPromise.read(changed).filter(read -> read.isSignedBy(pair.getPublic())))
                        .as(changed)
                        .isEmpty();
            }
        }
    }

    @Test
    void noBitOfItCanBeChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(promise().written());
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            String written = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

            assertThat(ReceiptPromise.read(written).filter(read -> read.isSignedBy(pair.getPublic())))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void anotherKeySignsNothingOfOurs() {
        var other = HeadKeys.made().getPublic();

        assertThat(promise().isSignedBy(other)).isFalse();
        assertThat(promise().names(other)).isFalse();
        assertThat(promise().names(pair.getPublic())).isTrue();
    }

    /** What else is signed with the key is no receipt, whatever it says. */
    @Test
    void theSignatureOfAHeadSignsNoReceipt() {
        var tree = new MerkleTree.Growing();
        tree.add(WORDS);
        var head = LogHead.signed(1, tree, AT, pair);
        var promise = promise();

        var forged = new ReceiptPromise(promise.number(), AT, LAST, WORDS, promise.key(), head.signature());

        assertThat(forged.isSignedBy(pair.getPublic())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "2026-000001", "ğüşıöç", "%00", "=", "////"})
    void whatIsNoPromiseIsNone(String typed) {
        assertThat(ReceiptPromise.read(typed)).isEmpty();
        assertThat(ReceiptPromise.read(typed.repeat(200))).isEmpty();
        String written = promise().written();
        assertThat(ReceiptPromise.read(written.substring(1))).isEmpty();
        assertThat(ReceiptPromise.read(written.substring(0, 154))).isEmpty();
        assertThat(ReceiptPromise.read(written + "A")).isEmpty();
        assertThat(ReceiptPromise.read("*" + written.substring(1))).isEmpty();
    }

    @Test
    void onlyApplicationsHaveReceipts() {
        for (var number : new String[] {"", "26-000001", "1999-000001", "2026-00001", "2026-1234567890"}) {
            assertThatThrownBy(() -> ReceiptPromise.signed(number, AT, LAST, WORDS, pair))
                    .as(String.format(Locale.ROOT, "%s", number))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ReceiptPromise promise() {
        return ReceiptPromise.signed("2026-000001", AT, LAST, WORDS, pair);
    }
}

package tr.muhatap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"10000000146", "19090909050"})
    void aNumberWithRightCheckDigitsIsTaken(String number) {
        assertThat(IdentityNumbers.isNationalId(number)).isEqualTo(naive(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000147",
                "10000000156",
                "00000000146",
                "1000000014",
                "100000001460",
                "1000000014a",
                "١0000000146"
            })
    void aWrongNationalIdIsRefused(String number) {
        assertThat(IdentityNumbers.isNationalId(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7201064770"})
    void thePublishedTaxNumberIsTaken(String number) {
        assertThat(IdentityNumbers.isTaxNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7201064771", "7201064760", "720106477", "72010647700", "720106477x"})
    void aWrongTaxNumberIsRefused(String number) {
        assertThat(IdentityNumbers.isTaxNumber(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99000000000", "99123456789"})
    void aForeignersNumberIsToldByItsBeginning(String number) {
        assertThat(IdentityNumbers.looksLikeForeignersId(number)).isTrue();
    }

    private static boolean naive(String n) {
        int[] d = n.chars().map(c -> c - '0').toArray();
        int tenth = (((d[0] + d[2] + d[4] + d[6] + d[8]) * 7 - (d[1] + d[3] + d[5] + d[7])) % 10 + 10) % 10;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += d[i];
        }
        return tenth == d[9] && sum % 10 == d[10];
    }
}

package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"10000000146", "12345678950", "11111111110", "19090909018"})
    void aNumberWithRightCheckDigitsIsTaken(String number) {
        assertThat(IdentityNumbers.isNationalId(number)).isTrue();
    }

    /** Of the hundred numbers that begin alike, one is right; the sums of some beginnings are below zero. */
    @ParameterizedTest
    @ValueSource(strings = {"100000001", "190909090", "999999999", "987654321", "123456789"})
    void ofAllEndingsOneIsRight(String beginning) {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(ending -> "%s%02d".formatted(beginning, ending))
                        .filter(IdentityNumbers::isNationalId))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000147",
                "19090909050",
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
    @ValueSource(strings = {"7201064770", "1234567890"})
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
}

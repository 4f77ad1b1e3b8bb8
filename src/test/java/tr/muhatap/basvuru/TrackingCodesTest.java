package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCodesTest {

    @Test
    void noTwoAreAlikeAndNoneHasALetterThatLooksLikeAnother() {
        var codes = new TrackingCodes();
        var seen = new HashSet<String>();

        for (int i = 0; i < 1_000; i++) {
            String code = codes.next();
            assertThat(code).matches("[A-HJ-NP-Z2-9]{12}");
            seen.add(code);
        }

        assertThat(seen).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFGH2345", "abcd-efgh-2345", " ABCD EFGH 2345 ", "abcdefgh2345"})
    void howeverItIsTypedItIsTheSame(String typed) {
        assertThat(TrackingCodes.normalized(typed)).isEqualTo("ABCDEFGH2345");
    }
}

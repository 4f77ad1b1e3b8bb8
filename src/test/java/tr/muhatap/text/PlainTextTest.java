package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void turkishAndPicturesAreText() {
        assertThat(PlainText.isCleanLine("ğüşıöç ĞÜŞİÖÇ 🌳")).isTrue();
        assertThat(PlainText.isCleanText("ğüşıöç\tĞÜŞİÖÇ\r\n🌳")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb"})
    void aLineHasNoBreak(String value) {
        assertThat(PlainText.isCleanLine(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007fb", "a\u0085b", "a\ud83cb"})
    void controlCharactersAndHalfPairsAreNeither(String value) {
        assertThat(PlainText.isCleanLine(value)).isFalse();
        assertThat(PlainText.isCleanText(value)).isFalse();
    }
}

package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenButtonStylesTest {

    /** The institution's name stays one text of the style sheet. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Örnek İlçesi 1|\"Örnek İlçesi 1\"",
                "a\";}b|\"a\\22 \\3b \\7d b\"",
                "\\|\"\\5c \"",
                "A.Ş.’|\"A\\2e Ş\\2e \\2019 \""
            })
    void anyNameIsATextInCss(String name, String quoted) {
        assertThat(HiddenButtonStyles.quoted(name)).isEqualTo(quoted);
    }
}

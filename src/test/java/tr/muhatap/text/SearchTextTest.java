package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @Test
    void eachWordStandsOnceAfterABlank() {
        assertThat(SearchText.of("Işık, IŞIK; ışığı!", "isik Kâğıt")).isEqualTo(" isik isigi kagit ");
        assertThat(SearchText.of("!?", "")).isEmpty();
        assertThat(SearchText.ofNames(Stream.of("Ayşe İnci", "IŞIK"))).isEqualTo(" ayse inci isik ");
    }

    @Test
    void contactDataAreNotFoundNorTheWordsThatHideThem() {
        assertThat(SearchText.of("Bana 0532 111 22 33 numarasından ya da ayse@example.org, 10000000146 ile ulaşın"))
                .isEqualTo(" bana numarasindan ya da ile ulasin ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\uD835\uDD5A", "\uFDFA", "ş"})
    void noTextIsLongerThanAnIndexTakes(String letter) {
        var many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append(letter).append(i % 7 == 0 ? " " + i : "");
        }

        for (var text : new String[] {letter.repeat(20_000), many.toString()}) {
            String words = SearchText.of(text, text);
            assertThat(words.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .isLessThan(1_000_000);
            assertThat(words.length()).isLessThanOrEqualTo(200_002);
            assertThat(SearchText.ofNames(Stream.of(text, text)).length()).isLessThanOrEqualTo(20_002);
            assertThat(words.split(" "))
                    .allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(60));
            assertThat(words.chars().filter(c -> c == '\'' || c == ':' || c == '\\' || c == '&'))
                    .isEmpty();
        }
    }
}

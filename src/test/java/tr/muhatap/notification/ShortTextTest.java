package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortTextTest {

    private static final String END = " … Tamamı: http://localhost/takip";

    @Test
    void aShortTextStaysAsItIs() {
        assertThat(ShortText.of("Çukur kapatıldı.\n", 160, END)).isEqualTo("Çukur kapatıldı.");
    }

    @Test
    void ofALongOneTheFirstSentencesStay() {
        String text = "Çukur kapatıldı. " + "Ekipler yarın yine gelecek. ".repeat(700);

        String sent = ShortText.of(text, 160, END);

        assertThat(sent.length()).isLessThanOrEqualTo(160);
        assertThat(sent).startsWith("Çukur kapatıldı. Ekipler").endsWith("gelecek." + END);
    }

    @Test
    void aSentenceWithoutAnEndIsCutAtAWordAndAWordWithoutAnEndAnywhere() {
        assertThat(ShortText.of("kelime ".repeat(3_000), 160, END))
                .hasSizeLessThanOrEqualTo(160)
                .endsWith("kelime" + END);
        assertThat(ShortText.of("ğ".repeat(19_000), 160, END))
                .hasSizeLessThanOrEqualTo(160)
                .endsWith(END);
    }
}

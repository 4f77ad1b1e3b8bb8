package tr.muhatap.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "IŞIKSIZ SOKAK, ışıksız sokak, 1",
        "isiksiz sokak, Işıksız sokak, 1",
        "sokak çukur, çukur sokak, 1",
        "çukur, budama, 0",
        "'', çukur, 0",
        "…, …, 0"
    })
    void wordsAreComparedWhateverTheirCaseMarksAndOrder(String one, String other, double likeness) {
        assertThat(Likeness.of(one, other)).isEqualTo(likeness);
        assertThat(Likeness.of(other, one)).isEqualTo(likeness);
    }

    /** "  c", " cu", "cuk", "uku", "kur", "ur " against those and "kurl", "urla", … */
    @Test
    void endingsCostALittleAndOtherWordsALot() {
        assertThat(Likeness.of("çukur", "çukurlar")).isEqualTo(5.0 / 10);
        assertThat(Likeness.of("Gül Sokak'ta büyük çukur", "gül sokakta çukur var"))
                .isBetween(0.4, 0.9);
        assertThat(Likeness.of("Gül Sokak'ta büyük çukur", "Otobüs durağı kirli"))
                .isLessThan(0.1);
    }

    @Test
    void placesAreMetresApart() {
        assertThat(Likeness.metres(38.72, 35.48, 38.72, 35.48)).isZero();
        assertThat(Likeness.metres(38.72, 35.48, 38.721, 35.48)).isCloseTo(111.3, within(1.0));
        assertThat(Likeness.metres(38.72, 35.48, 38.72, 35.481)).isCloseTo(86.9, within(1.0));
        assertThat(Likeness.latitudes(111.32)).isCloseTo(0.001, within(1e-9));
        assertThat(Likeness.longitudes(86.86, 38.72)).isCloseTo(0.001, within(1e-5));
    }
}

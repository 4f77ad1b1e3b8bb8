package tr.muhatap.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type takes, and as what it is kept. */
class QuestionTypeTest {

    private static final List<String> OWN = List.of("Beton", "Asfalt");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "METIN|Çukur var|Çukur var",
                "METIN|a\u0000b|-",
                "METIN|a\u0007b|-",
                "EVET_HAYIR|Evet|Evet",
                "EVET_HAYIR|Hayır|Hayır",
                "EVET_HAYIR|EVET|-",
                "EVET_HAYIR|Beton|-",
                "SAYI|1.250,50|1250,50",
                "SAYI|1250|1250",
                "SAYI|-3,5|-3,5",
                "SAYI|1.25|-",
                "SAYI|1,2,3|-",
                "SAYI|1e9|-",
                "SAYI|١٢|-",
                "SAYI|1234567890123|-",
                "SAYI|,5|-",
                "TARIH|01.06.2026|01.06.2026",
                "TARIH|31.02.2026|-",
                "TARIH|yarın|-",
                "SECIM|Asfalt|Asfalt",
                "SECIM|Evet|-",
                "SECIM|asfalt|-",
                "DOSYA|belge.pdf|-"
            })
    void eachTypeTakesItsOwn(QuestionType type, String typed, String kept) {
        assertThat(type.read(typed, OWN).orElse(null)).isEqualTo(kept);
    }

    @Test
    void wordsHaveALongest() {
        assertThat(QuestionType.METIN.read("ğ".repeat(QuestionType.LONGEST_ANSWER), OWN))
                .isPresent();
        assertThat(QuestionType.METIN.read("ğ".repeat(QuestionType.LONGEST_ANSWER + 1), OWN))
                .isEmpty();
    }

    @Test
    void onlyAChoiceOffersSomething() {
        assertThat(QuestionType.SECIM.choices(OWN)).isEqualTo(OWN);
        assertThat(QuestionType.EVET_HAYIR.choices(OWN)).containsExactly("Evet", "Hayır");
        assertThat(QuestionType.METIN.choices(OWN)).isEmpty();
    }
}

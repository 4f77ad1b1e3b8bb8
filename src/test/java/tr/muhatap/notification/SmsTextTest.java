package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short message has the characters that arrive. */
class SmsTextTest {

    @Test
    void turkishLettersStay() {
        String all = "ğüşıöç ĞÜŞİÖÇ çığ düştü: @_$ {[]} ~ € 100\n%";

        assertThat(SmsText.of(all)).isEqualTo(all);
        assertThat(SmsText.of(Normalizer.normalize(all, Normalizer.Form.NFD))).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Belediye’nin “cevabı” – ek… | Belediye'nin \"cevabı\" - ek...",
                "125,50 ₺ | 125,50 TL",
                "kâğıt, mahkûm, î | kağıt, mahkum, i",
                "Ž ő ﬁ ½ | Z o fi ?",
                "çukur 😀 kapandı | çukur ? kapandı",
                "日本 | ??"
            })
    void othersAreWrittenAsTheyAreReadOrMarked(String given, String sent) {
        assertThat(SmsText.of(given)).isEqualTo(sent);
    }

    @Test
    void whatNobodySeesIsLeftOut() {
        assertThat(SmsText.of("a\u0000b\u0007c\td")).isEqualTo("abc d");
    }
}

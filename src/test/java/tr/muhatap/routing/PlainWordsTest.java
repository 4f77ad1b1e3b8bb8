package tr.muhatap.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.routing.PlainWords.Style;
import tr.muhatap.routing.PlainWords.Word;

/** Names, numbers and addresses are taken out before anything is learned. */
class PlainWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Beni 0532 111 22 33 numaradan arayın             | beni numaradan arayin
                    T.C. 10000000146 olan benim                      | olan benim
                    ali.veli@ornek.com adresime yazın                | adresime yazin
                    Çınar Sokağı No:14 önünde çukur var              | sokagi no onunde cukur var
                    Yeni Gül Caddesi bozuk                           | caddesi bozuk
                    barış mahallesinde köpek var                     | mahallesinde kopek var
                    sokak köpekleri ve sokak lambası                 | sokak kopekleri ve sokak lambasi
                    bu sokakta, bizim mahallede çöp                  | bu sokakta bizim mahallede cop
                    Talas'taki parkta salıncak                       | parkta salincak
                    komşumuz Mehmet Bey yola park ediyor             | komsumuz bey yola park ediyor
                    Bakın https://ornek.com/a?b=1 burada             | bakin burada
                    38 AB 123 plakalı otobüs                         | plakali otobus
                    """)
    void theyAreTakenOut(String text, String left) {
        assertThat(folded(text, List.of())).isEqualTo(left);
    }

    @Test
    void theApplicantsOwnNameGoesHoweverItIsWritten() {
        assertThat(folded("ben ayse isik, AYŞE ışık'ın evi; Işıkların parkı, ışıklandırma", List.of("Ayşe", "Işık")))
                .isEqualTo("ben evi parki isiklandirma");
        assertThat(folded("Lale apartmanı 5. kat bozuk", List.of("Lale Apt. 5/3")))
                .isEqualTo("apartmani kat bozuk");
    }

    @Test
    void aWordIsANameByItsCapitalInTheMiddleOfASentenceOnly() {
        assertThat(PlainWords.of("Dün Kemal geldi. Sonra gitti", List.of()))
                .extracting(Word::style)
                .containsExactly(Style.UNKNOWN, Style.NAME, Style.SMALL, Style.UNKNOWN, Style.SMALL);
        assertThat(PlainWords.of("DÜN KEMAL GELDİ", List.of()))
                .extracting(Word::style)
                .containsOnly(Style.UNKNOWN);
    }

    @Test
    void theWordIsKeptAsItWasWritten() {
        assertThat(PlainWords.of("IŞIKLAR yanmıyor", List.of()))
                .extracting(Word::written)
                .containsExactly("ışıklar", "yanmıyor");
    }

    @Test
    void aLongTextIsReadAtItsBeginning() {
        assertThat(PlainWords.of("köpek ".repeat(3_000), List.of())).hasSizeLessThan(700);
        assertThat(PlainWords.of("", List.of())).isEmpty();
        assertThat(PlainWords.of("\u0000\ud800 ’’ ''", List.of())).isEmpty();
    }

    private static String folded(String text, List<String> known) {
        return String.join(
                " ", PlainWords.of(text, known).stream().map(Word::folded).toList());
    }
}

package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;

/** Every official term on the citizens' pages is explained in place. */
class TermsTest {

    private static final Path PAGES = Path.of("src/main/resources/templates/portal");
    private static final Pattern CASE = Pattern.compile("th:case=\"'([^']+)'\"");
    private static final Pattern USE = Pattern.compile("terimler :: terim\\('([^']+)'");

    @Test
    void everyStatusAndOutcomeHasItsWords() throws IOException {
        var explained = found(CASE, "terimler.html");

        for (var status : Status.values()) {
            assertThat(explained).contains("durum-" + status.name());
        }
        for (var outcome : Outcome.values()) {
            assertThat(explained).contains("sonuc-" + outcome.name());
        }
    }

    @Test
    void everyExplanationStandsOnAPageAndEveryUseHasOne() throws IOException {
        var used = found(USE, "basvuru.html");
        used.addAll(found(USE, "takip.html"));
        var explained = found(CASE, "terimler.html");
        explained.removeIf(term -> term.startsWith("durum-") || term.startsWith("sonuc-"));

        assertThat(used).isEqualTo(explained);
        assertThat(found(Pattern.compile("terim\\(\\$\\{'(durum-|sonuc-)'"), "takip.html"))
                .isEqualTo(Set.of("durum-", "sonuc-"));
    }

    @ParameterizedTest
    @CsvSource({
        "Takip kodu, takip-kodu",
        "Gerçek kişi, gercek-kisi",
        "Tüzel kişi, tuzel-kisi",
        "Unvan, unvan",
        "Vergi kimlik numarası, vergi-no",
        "Yetkili kişi, yetkili",
        "Yetki belgesi, yetki-belgesi",
        "Başvuru kanalı, kanal",
        "Son cevap tarihi, son-cevap-tarihi",
        "Tebliğ, teblig",
        "Gönderilen kurum, gonderilen-kurum",
        "Ana başvuru, ana-basvuru",
        "Dayanak, dayanak",
        "Geçmiş, gecmis",
        "Ödeme belgesi, odeme-belgesi",
        "Aydınlatma metni, aydinlatma"
    })
    void anOfficialWordOnAPageIsExplainedOnThatPage(String word, String term) throws IOException {
        var written = Pattern.compile(">" + word + "|\\b" + word + "(?=<)");
        for (String page : List.of("basvuru.html", "takip.html")) {
            if (!found(Pattern.compile("(" + written + ")"), page).isEmpty()) {
                assertThat(found(USE, page)).as(page).contains(term);
            }
        }
    }

    private static TreeSet<String> found(Pattern what, String page) throws IOException {
        var found = new TreeSet<String>();
        var matches = what.matcher(Files.readString(PAGES.resolve(page)));
        while (matches.find()) {
            found.add(matches.group(1));
        }
        return found;
    }
}

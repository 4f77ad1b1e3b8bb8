package tr.muhatap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruFixture;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.FeeLine;
import tr.muhatap.channel.Channel;

/** The words of letters, without a database. */
class LetterWordsTest {

    private static final FeeLine PAGES = new FeeLine(FeeItem.SAYFA, 30, new BigDecimal("1.50"));
    private static final FeeLine DISC = new FeeLine(FeeItem.CD, 1, new BigDecimal("1020.00"));

    /** 4982 md. 10, Yönetmelik md. 22. */
    @Test
    void theFeesNoticeSaysWhatTheSumIsMadeOf() {
        assertThat(fee(List.of(PAGES), null, null))
                .contains("erişimin maliyeti 40 sayfa için 1.065,00 TL’dir", "Bu tutarın kalemleri şunlardır:")
                .contains("Sayfa (fotokopi veya çıktı): 30 adet × 1,50 TL = 45,00 TL (ilk 10 sayfa ücretsizdir)")
                .contains("Belediyemiz veznelerine ödenmesi");
        assertThat(fee(List.of(PAGES, DISC), "Örnek veznesine", "TR330006100519786457841326"))
                .as("the sum is not that of the pages alone")
                .contains("erişimin maliyeti 1.065,00 TL’dir", "CD veya DVD: 1 adet × 1.020,00 TL = 1.020,00 TL")
                .as("an account stands in one line")
                .contains(
                        "Örnek veznesine veya TR33\u00a00006\u00a01005\u00a01978\u00a06457\u00a08413\u00a026 IBAN’lı");
        assertThat(fee(null, null, null))
                .contains("erişimin maliyeti 40 sayfa için 1.065,00 TL’dir")
                .doesNotContain("kalemleri");
    }

    /** "md. 11" stands in tables alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4982 sayılı Kanun md. 11 | 4982 sayılı Kanun’un 11’inci maddesi",
                "3071 sayılı Kanun md. 7 (ara cevap) | 3071 sayılı Kanun’un 7’nci maddesi (ara cevap)",
                "Kamu Hizmet Standartları Tablosu 4 | Kamu Hizmet Standartları Tablosu 4"
            })
    void anArticleOfATableIsWrittenOutInRunningText(String table, String text) {
        assertThat(LetterWords.inRunningText(table)).isEqualTo(text);
    }

    private static String fee(@Nullable List<FeeLine> lines, @Nullable String payAt, @Nullable String iban) {
        var event = new BasvuruEvent.UcretBildirildi(
                "2026-000123",
                Instant.parse("2026-05-18T08:00:00Z"),
                "bilgi",
                new BigDecimal("1065.00"),
                40,
                LocalDate.of(2026, 6, 15),
                LocalDate.of(2026, 6, 12),
                LocalDate.of(2026, 7, 6),
                Instant.parse("2026-07-06T21:00:00Z"),
                null,
                lines,
                payAt,
                iban);
        var content = words().write(
                        LetterKind.UCRET_BILDIRIMI, BasvuruFixture.registered(Channel.BILGI_EDINME), event, List.of());
        return String.join("\n", content.paragraphs());
    }

    private static LetterWords words() {
        var texts = new ClassLoaderTemplateResolver();
        texts.setPrefix("templates/");
        texts.setTemplateMode(TemplateMode.TEXT);
        texts.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(texts);
        var settings = new LetterSettings(
                "Örnek Belediyesi",
                "Halkla İlişkiler Şube Müdürlüğü",
                "Şükriye İĞDE",
                "Müdür",
                List.of(),
                "Kayseri İdare Mahkemesi",
                "Belediyemiz veznelerine",
                "Bilgilerinize sunulur.",
                "Bilgilerini rica ederim.",
                "Arz ederim.");
        return new LetterWords(
                engine, settings, new TrackingAddress("https://muhatap.example"), new Remedies(settings));
    }
}

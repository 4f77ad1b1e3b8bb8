package tr.muhatap.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.text.VisibleTexts.Reader;
import tr.muhatap.text.VisibleTexts.VisibleText;

/**
 * The Turkish that people read: one word for each thing, as offices write it, in every template, form, script, model,
 * table, message file and literal. What is quoted as published stands among the allowed phrases.
 */
class TurkishWordsTest {

    /**
     * @param allowed phrases in which the word is right; they are left out before the search
     * @param where the texts that the rule holds for
     */
    private record Rule(Pattern not, Pattern allowed, Predicate<VisibleText> where, String but) {

        boolean isBroken(VisibleText text) {
            return where.test(text)
                    && not.matcher(allowed.matcher(text.words()).replaceAll(" "))
                            .find();
        }
    }

    private static final Predicate<VisibleText> ALL = text -> true;
    private static final Predicate<VisibleText> OURS = text -> !in(text, "tr.json");
    private static final Predicate<VisibleText> MESSAGES = text -> in(text, "templates/mesaj", "templates/yazi");
    private static final Predicate<VisibleText> E_MAILS = text -> in(text, "templates/mesaj");
    /** The interface's documents name the contract's codes to programmers. */
    private static final Predicate<VisibleText> NOT_OF_PROGRAMMERS =
            text -> !in(text, "Controller.java", "EngineOperations", ".dmn", "access/", "UnreadableValue", "SQL");

    private static final Predicate<VisibleText> SENTENCES_TO_CITIZENS = text ->
            in(text, "templates/mesaj", "templates/yazi", "metinler/basvuru", "metinler/intake", "metinler/takip")
                    && !in(text, "Controller.java", "RefusalGround");

    private static final List<Rule> RULES = List.of(
            // The history keeps by this name who acted
            rule("vatandaş", "Türk vatandaşı|vatandaşlık", text -> !in(text, "access/CurrentUser"), "başvuru sahibi"),
            rule("başvuran(?:[ıi]n|a|[ıi]|dan|lar)?(?!\\p{L})", "", ALL, "başvuru sahibi"),
            rule("kişi(?!sel|lik)", "(?:gerçek|tüzel|yetkili|üçüncü|başka bir) kişi", ALL, "başvuru sahibi"),
            rule(
                    "Halkla İlişkiler Müdürlüğ",
                    "",
                    text -> !in(text, "hizmet-standartlari"),
                    "the setting muhatap.letter.office"),
            rule("bilgi istemi", "", ALL, "bilgi edinme"),
            rule("geliş(?: (?:günü|tarihi|zamanı|yolu)|(?!\\p{L}))", "", ALL, "başvuru tarihi"),
            rule("gün(?:ünün|ünde|üne|ünü|ü)(?!\\p{L})", "iş gün\\p{L}+|(?-i:Gün)\\p{L}+|gün gün", ALL, "… tarihi"),
            rule("son gün(?!\\p{L})|cevap için son tarih", "", ALL, "son cevap tarihi"),
            rule("geri çek", "", ALL, "vazgeç"),
            // The filters' former names are found again by them
            rule("yükselt", "", text -> !in(text, "TasklistFilters"), "üst amire ilet"),
            rule(
                    "iş(?:i|in|ini|inin|e|ten|te|ler\\p{L}*|iniz\\p{L}*|imiz\\p{L}*)?(?!\\p{L})",
                    "iş gün|iş yeri|iş başvuru|(?:yeniden|tarihten|günden) işler|arka plan iş\\p{L}*|(?-i:Fen İşleri)",
                    ALL,
                    "görev, arka plan işi"),
            rule("üzer(?:ime|inize) al|üzerimde|üzerinde(?=:)", "", text -> !in(text, "TasklistFilters"), "üstlen"),
            rule(
                    "masa(?:da\\p{L}*|dan|lar\\p{L}*|s[ıi]\\p{L}*|mız|ya|y[ıi]|n[ıi]n)?(?!\\p{L})",
                    "Beyaz Masa(?:’\\p{L}+)?",
                    text -> !text.words().matches("\\S+"),
                    "başvuru kabul"),
            rule("geldiği (?:yol|kanal|kaynak|kaynağ)|hangi yoldan|bırak(?:ılan|tığı) yol", "", ALL, "başvuru kanalı"),
            rule(
                    "dosya(?:lar\\p{L}*|yı|nın|sını)? (?:ekle|yükle|kaldır|gönderil|seç|saklan|boş)",
                    "",
                    text -> OURS.test(text) && !in(text, "demo/", "metinler/demo"),
                    "ek"),
            rule(
                    "ileti(?:ler\\p{L}*|si(?:n\\p{L}{1,2})?|yi|de|nin|ye|den|niz\\p{L}*)?(?!\\p{L})",
                    "ileti eşleştir\\p{L}*|iletinin adı\\p{L}*|ileti adı|Sorun: ileti",
                    ALL,
                    "bildirim"),
            rule("mesaj(?![/.:])", "kısa mesaj", text -> text.words().contains(" "), "bildirim"),
            rule("izle(?!yen (?:gün|ay|iş)|nim)", "ön izle", ALL, "takip et"),
            rule("havale", "", ALL, "birime sevk"),
            rule(
                    "yönlendir",
                    "(?:kurum dışına|başka kuruma|Diğer kurum ve kuruluşlara) yönlendir|Başvurunuzun Yönlendirilmesi|Başvurunun Yönlendirilmesi",
                    text -> OURS.test(text) && !in(text, "metinler/letter"),
                    "birime sevk"),
            rule("denetle(?!n)|denetim (?:karakter|hane)", "", ALL, "kontrol et"),
            rule("süzge|süz(?:er|ül|ün)|sözcük|sözcüğ|şimdiki", "", ALL, "filtre, kelime, mevcut"),
            rule(
                    "veritaban|üstgeçi|işyeri|önizle|hasta nakil(?!\\p{L})|işe giriş|ünvan|eposta|herşey|birşey|herhangibir"
                            + "|sözkonusu|gözönü|malesef|yalnış",
                    "(?-i:üstgeçit, üst geçit)",
                    ALL,
                    "TDK"),
            rule("idi(?!\\p{L})", "", ALL, "a verb"),
            rule("hk\\.", "", ALL, "Konu without hk."),
            rule("(?:on|siz|ben)unki|sizinki\\p{L}*|benimki\\p{L}*", "", ALL, "the noun"),
            rule(
                    "(?:onun(?:la)?|ona|onda|ondan|o (?:başvuru|kurum|sürüm|süre)\\p{L}*)(?!\\p{L})",
                    "",
                    text -> OURS.test(text) && !in(text, ".dmn"),
                    "the record's name"),
            rule("[Bb]ilgileriniz?i rica", "", E_MAILS, "Bilgilerinize sunulur."),
            rule("[bB]irimimizce|[eE]kiplerimizce", "", MESSAGES, "birimince"),
            rule(
                    "md\\. ?\\d",
                    "^(?:4982 sayılı Kanun|Kamu Hizmet Standartları|Yönetmelik md\\. \\{0}).*$",
                    SENTENCES_TO_CITIZENS,
                    "maddesi"),
            new Rule(Pattern.compile("\\([^)]*\\)"), Pattern.compile("\\(takip kodu\\)"), E_MAILS, "no brackets"),
            sign("\\p{L}'\\p{L}", "", text -> VisibleTexts.isTurkish(text), "’"),
            sign("\\d{4}-\\d{2}-\\d{2}", "2026-05-18T10:15:00\\+03:00", ALL, "01.06.2026"),
            sign("\\d+\\.\\d{2}(?!\\d) ?(?:TL|lira)|\\d{4,}(?:,\\d+)? ?(?:TL|lira)", "", ALL, "1.250,50 TL"),
            sign(
                    "(?<![\\p{L}_.])\\p{Lu}{2,}(?:_[\\p{Lu}\\d]+)+(?![\\p{L}_])",
                    "%TABLE_NAME%\\S*",
                    text -> NOT_OF_PROGRAMMERS.test(text)
                            && OURS.test(text)
                            && VisibleTexts.isTurkish(text)
                            && !text.words().contains("'")
                            && text.words().contains(" "),
                    "the label, not the code"),
            sign("[^.;:!?]+;[^.;:!?]+;[^.;:!?]+", "", MESSAGES, "sentences of one thought"));

    @Test
    void everyTextUsesTheOfficesWords() {
        List<String> found = VisibleTexts.all().stream()
                .flatMap(text ->
                        RULES.stream().filter(rule -> rule.isBroken(text)).map(rule -> text + " → " + rule.but()))
                .toList();

        assertThat(found).isEmpty();
    }

    @Test
    void theTextsComeFromEveryPlaceThatPeopleRead() {
        var files = VisibleTexts.all().stream()
                .map(text -> text.file().toString().replaceFirst(".*[./](\\w+)$", "$1"))
                .toList();

        assertThat(files)
                .contains("html", "txt", "js", "json", "properties", "csv", "bpmn", "dmn", "java", "sql", "md");
        assertThat(VisibleTexts.all()).extracting(VisibleText::reader).contains(Reader.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vatandaşa bildirilir.",
                "Başvurana gönderilir.",
                "Kişinin bilgileri",
                "Halkla İlişkiler Müdürlüğü",
                "Geliş tarihi",
                "Ödeme günü ileride olamaz.",
                "Son gün",
                "Başvuru geri çekildi.",
                "Süresi geçti, yükseltildi.",
                "İş bu sırada değişti.",
                "Üzerime al",
                "Başvuruyu alan masa",
                "Geldiği kanaldan",
                "Dosya eklendi.",
                "İletiler",
                "Mesaj gönderildi.",
                "Başvurunuzu izleyin.",
                "Birime havale edildi.",
                "Birim yönlendirme",
                "Adresi denetleyin.",
                "Şimdiki parola",
                "Veritabanı",
                "son tarih 01.06.2026 idi",
                "CİMER'e işlenir.",
                "2026-06-01 tarihinde",
                "1250.50 TL ödeyin.",
                "Kaynak EKSIK_BEKLIYOR durumunda."
            })
    void theRulesFindThem(String wrong) {
        assertThat(RULES).anyMatch(rule -> rule.isBroken(written(wrong)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15 iş günü",
                "19 Mayıs Atatürk’ü Anma, Gençlik ve Spor Bayramı",
                "Emek ve Dayanışma Günü",
                "Gerçek kişi veya tüzel kişi",
                "Beyaz Masa’da alınan başvuru",
                "Ödemeyi izleyen günden itibaren",
                "Kurum dışına yönlendirildi",
                "Başvuru dosyası",
                "Cevap, başvuru sahibine iletilir.",
                "Fen İşleri",
                "İş yeri ruhsatı",
                "01.06.2026 tarihinde 1.250,50 TL"
            })
    void theRulesLeaveThem(String right) {
        assertThat(RULES).noneMatch(rule -> rule.isBroken(written(right)));
    }

    private static VisibleText written(String words) {
        return new VisibleText(Reader.CITIZEN, java.nio.file.Path.of("templates/portal/takip.html"), 1, "", words);
    }

    private static boolean in(VisibleText text, String... parts) {
        return Stream.of(parts).anyMatch(text.file().toString()::contains);
    }

    /** A word, or its beginning, whatever its case; i stands for ı and İ too. */
    private static Rule rule(String not, String allowed, Predicate<VisibleText> where, String but) {
        return sign("(?iu)(?<!\\p{L})(?:" + not + ")", "(?iu)" + allowed, where, but);
    }

    private static Rule sign(String not, String allowed, Predicate<VisibleText> where, String but) {
        return new Rule(
                Pattern.compile(not),
                Pattern.compile(allowed.matches("(?:\\(\\?iu\\))?") ? "(?!)" : allowed),
                where,
                but);
    }
}

package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatOutcome;
import tr.muhatap.basvuru.MuracaatPlace;
import tr.muhatap.organization.Organization;

/** The history in the office's words, each fact of an event once. */
class HistoryWordsTest {

    private final HistoryWords words = new HistoryWords(new Organization());

    @Test
    void everyEventHasItsWords() {
        assertThat(events(BasvuruEvent.class))
                .hasSizeGreaterThan(30)
                .allSatisfy(event ->
                        assertThat(words.label(event)).isNotEqualTo(event).contains(" "));
        assertThat(words.label("Bilinmeyen")).isEqualTo("Bilinmeyen");
    }

    private static Stream<String> events(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(HistoryWordsTest::events)
                : Stream.of(type.getSimpleName());
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(Map.of("decision", "EKSIK", "reason", "İmza yok."), "Eksik bilgi · “İmza yok.”"),
                Arguments.of(Map.of("forwardedTo", "Örnek Valiliği"), "gönderilen kurum: Örnek Valiliği"),
                Arguments.of(Map.of("mainNumber", "2026-000001"), "ana başvuru 2026-000001"),
                Arguments.of(Map.of("oldUnit", "fen-isleri", "unit", "yok"), "Fen İşleri biriminden · yok"),
                Arguments.of(
                        Map.of("outcome", "OLUMSUZ", "ground", "MD_21"), "Olumsuz · Md. 21: özel hayatın gizliliği"),
                Arguments.of(
                        ordered("purpose", "Cevap", "medium", "E-posta", "recipient", "a***@ornek.example"),
                        "Cevap · E-posta · a***@ornek.example"),
                Arguments.of(Map.of("part", "Cevap", "file", "belge.pdf"), "Cevap: belge.pdf"),
                Arguments.of(
                        Map.of("letter", "Ret", "sayi", "E-2", "oldSayi", "E-1"), "Ret, sayı E-2 · önceki sayı E-1"),
                Arguments.of(Map.of("extensionGround", "BASKA_BIRIM"), ExtensionGround.BASKA_BIRIM.label()),
                Arguments.of(
                        Map.of("amount", 1125.5, "pages", 40, "payUntil", "2026-06-12"),
                        "1.125,50 TL, 40 sayfa · son ödeme günü 12.06.2026"),
                Arguments.of(
                        Map.of("paidOn", "2026-06-01", "limit", 15), "ödeme günü 01.06.2026 · ertesinden 15 iş günü"),
                Arguments.of(Map.of("completeUntil", "2026-05-25"), "son tamamlama günü 25.05.2026"),
                Arguments.of(
                        Map.of("place", "ILK", "muracaatGround", "SURE_ASIMI", "muracaatOutcome", "RET"),
                        MuracaatPlace.ILK.label() + " · " + MuracaatGround.SURE_ASIMI.label() + " · "
                                + MuracaatOutcome.RET.label()),
                Arguments.of(
                        Map.of("boardNumber", "K-1", "servedOn", "2026-05-20", "answerUntil", "2026-06-12"),
                        "Kurul no K-1 · tebliğ günü 20.05.2026 · Kurula cevap için son gün 12.06.2026"),
                Arguments.of(Map.of("appealOutcome", "RET"), AppealOutcome.RET.label()),
                Arguments.of(
                        Map.of("oldLastDay", "2026-06-12", "newLastDay", "2026-07-03"),
                        "son gün 12.06.2026 yerine 03.07.2026"),
                Arguments.of(
                        Map.of(
                                "oldLastDay", "2026-06-02",
                                "newLastDay", "2026-06-02",
                                "otherLastDay", "2026-06-15",
                                "unpaidFrom", "2026-06-15T21:00:00Z",
                                "incompleteUntil", "2026-05-26T00:00:00+03:00",
                                "holidays",
                                        List.of(
                                                Map.of("date", "2026-06-10", "name", "Seçim günü", "kind", "EKLENDI"),
                                                Map.of("date", "2026-06-11", "name", "Bayram", "kind", "CIKARILDI"))),
                        "10.06.2026 Seçim günü eklendi · 11.06.2026 Bayram çıkarıldı · son gün 02.06.2026 (değişmedi) · "
                                + "ikinci süre 15.06.2026 · son ödeme günü 15.06.2026 · son tamamlama günü 25.05.2026"),
                Arguments.of(Map.of("lastDay", "2026-06-12", "late", true), "son gün 12.06.2026 · süresinden sonra"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactIsTold(Map<String, Object> detail, String summary) {
        assertThat(words.summary(detail)).isEqualTo(summary);
    }

    @Test
    void whereThereAreNoFactsNothingIsTold() {
        assertThat(words.summary(Map.of())).isNull();
        assertThat(words.summary(Map.of("late", false, "other", 1))).isNull();
    }

    private static Map<String, Object> ordered(String... facts) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put(facts[i], facts[i + 1]);
        }
        return map;
    }
}

package tr.muhatap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.muhatap.rules.RuleRows.standard;
import static tr.muhatap.rules.RuleRows.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import tr.muhatap.organization.Organization;

class RowChangesTest {

    private static final RuleRow HOLES = routing("yol-cukur", "", "", "yol-bakim");
    private static final RuleRow TREES = routing("", "", "ağaç", "park-bahceler");
    private static final RuleRow ALL = routing("", "", "", "fen-isleri");

    private final RowChanges changes = new RowChanges(new RuleWords(new Organization()));

    @Test
    void nothingDiffersBetweenTheSameRows() {
        var none = routing(List.of(HOLES, TREES, ALL), List.of(HOLES, TREES, ALL));

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.rows()).isEmpty();
    }

    @Test
    void aNewRowIsToldWithWhatItDecides() {
        var added = routing(List.of(HOLES, ALL), List.of(HOLES, TREES, ALL));

        assertThat(added.isEmpty()).isFalse();
        assertThat(added.lines()).containsExactly("Eklendi: “ağaç” → Park ve Bahçeler");
        assertThat(added.rows()).containsExactly(1);
    }

    @Test
    void aRowThatWentIsToldWithWhatItDecided() {
        var removed = routing(List.of(HOLES, TREES, ALL), List.of(HOLES, ALL));

        assertThat(removed.lines()).containsExactly("Kaldırıldı: “ağaç” → Park ve Bahçeler");
        assertThat(removed.rows()).isEmpty();
    }

    @Test
    void theSameCaseThatIsDecidedOtherwiseHasChanged() {
        var changed = routing(List.of(HOLES, ALL), List.of(with(HOLES, "birim", "fen-isleri"), ALL));

        assertThat(changed.lines())
                .containsExactly("Değişti: Yolda çukur – Birim: “Yol Yapım ve Bakım” → “Fen İşleri”");
        assertThat(changed.rows()).containsExactly(0);
    }

    @Test
    void theSameDecisionForAnotherCaseHasChanged() {
        var changed = routing(List.of(HOLES, TREES), List.of(HOLES, with(TREES, "metin", "")));

        assertThat(changed.lines()).containsExactly("Değişti: Bütün başvurular – Kelimeler: “ağaç” → “Hepsi”");
        assertThat(changed.rows()).containsExactly(1);
    }

    /** Where both its case and what it decides are others, it is another row. */
    @Test
    void anotherCaseThatIsDecidedOtherwiseIsAnotherRow() {
        var changed = routing(List.of(HOLES), List.of(TREES));

        assertThat(changed.lines())
                .containsExactly("Eklendi: “ağaç” → Park ve Bahçeler", "Kaldırıldı: Yolda çukur → Yol Yapım ve Bakım");
    }

    @Test
    void anotherOrderIsOneLineAndNoRow() {
        var moved = routing(List.of(HOLES, TREES, ALL), List.of(TREES, HOLES, ALL));

        assertThat(moved.lines()).containsExactly("Satırların sırası değişti.");
        assertThat(moved.rows()).isEmpty();
    }

    /** The rows that are still the same find each other first, whatever lies between them. */
    @Test
    void equalRowsArePairedBeforeThoseThatAreOnlyAlike() {
        var other = with(HOLES, "birim", "fen-isleri");

        var changed = routing(List.of(HOLES, other), List.of(other));

        assertThat(changed.lines()).containsExactly("Kaldırıldı: Yolda çukur → Yol Yapım ve Bakım");
    }

    @Test
    void aLimitIsToldWithItsUnitAndEveryCellThatDiffers() {
        var before = standard("CIMER", "true", "15", "GUN");
        var after = with(with(before, "sure", "10"), "birim", "IS_GUNU");

        assertThat(standards(List.of(before), List.of(after)).lines())
                .containsExactly(
                        "Değişti: CİMER, süresi uzatılmış – Süre: “15” → “10”; Süre birimi: “gün” → “iş günü”");
        assertThat(standards(List.of(), List.of(after)).lines())
                .containsExactly("Eklendi: CİMER, süresi uzatılmış → 10 iş günü");
        assertThat(standards(List.of(with(before, "uzatilmis", "false")), List.of())
                        .lines())
                .containsExactly("Kaldırıldı: CİMER → 15 gün");
    }

    private RowChanges.Changes routing(List<RuleRow> before, List<RuleRow> after) {
        return changes.between(RuleTable.BIRIM_YONLENDIRME, before, after);
    }

    private RowChanges.Changes standards(List<RuleRow> before, List<RuleRow> after) {
        return changes.between(RuleTable.HIZMET_STANDARTLARI, before, after);
    }

    private static RuleRow routing(String topic, String kind, String words, String unit) {
        return RuleRows.routing(topic, kind, words, unit);
    }
}

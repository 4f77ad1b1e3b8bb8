package tr.muhatap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.muhatap.rules.UnitRules.Named;
import tr.muhatap.rules.UnitRules.Words;

/** The table of units without the engine: the first row that fits. */
class UnitRulesTest {

    private final UnitRules rules = UnitRules.of(List.of(
            row("budama", "", "", "park-bahceler"),
            row("", "TESEKKUR", "", "kultur"),
            row("", "", "köpek, kedi", "veteriner")));

    @Test
    void theFirstRowThatFitsNamesTheUnitAndSaysWhetherItWentByWords() {
        assertThat(rules.named("budama", "SIKAYET", "Köpek var")).contains(new Named("park-bahceler", false));
        assertThat(rules.named(null, "TESEKKUR", "Köpek var")).contains(new Named("kultur", false));
        assertThat(rules.named(null, "SIKAYET", "KÖPEKLER var")).contains(new Named("veteriner", true));
        assertThat(rules.named("cukur", "SIKAYET", "Yolda çukur")).isEmpty();
    }

    @Test
    void onlyRowsThatGoByWordsHaveSome() {
        assertThat(rules.words()).containsExactly(new Words("veteriner", List.of(" kopek", " kedi")));
    }

    private static RuleRow row(String topic, String kind, String words, String unit) {
        return RuleRow.of(
                RuleTable.BIRIM_YONLENDIRME,
                Map.of("konu", topic, "tur", kind, "metin", words, "birim", unit, "gerekce", "Deneme"));
    }
}

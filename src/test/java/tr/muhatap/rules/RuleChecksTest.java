package tr.muhatap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.muhatap.rules.RuleRows.routing;
import static tr.muhatap.rules.RuleRows.standard;
import static tr.muhatap.rules.RuleRows.standards;
import static tr.muhatap.rules.RuleRows.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;

class RuleChecksTest {

    private static final RuleTable STANDARDS = RuleTable.HIZMET_STANDARTLARI;
    private static final RuleTable ROUTING = RuleTable.BIRIM_YONLENDIRME;

    private final RuleChecks checks = new RuleChecks(new RuleWords(new Organization()));

    @Test
    void aRowAsItIsMeantHasNoFault() {
        assertThat(checks.faults(STANDARDS, standard("CIMER", "", "15", "GUN"))).isEmpty();
        assertThat(checks.faults(ROUTING, routing("yol-cukur", "SIKAYET", "çukur, asfalt", "yol-bakim")))
                .isEmpty();
        assertThat(checks.faults(ROUTING, routing("", "", "", "yol-bakim"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} = [{2}]")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "HIZMET_STANDARTLARI | kanal | \"\" | Birini seçin.",
                "HIZMET_STANDARTLARI | kanal | FAKS | Birini seçin.",
                "HIZMET_STANDARTLARI | uzatilmis | belki | Listede böyle bir seçenek yok.",
                "HIZMET_STANDARTLARI | no | 0 | 1 ile 99 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | no | 100 | 1 ile 99 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | no | 01 | 1 ile 99 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | no | 1000 | 1 ile 99 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | sure | \"\" | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | sure | 0 | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | sure | 61 | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | sure | -5 | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | sure | 1,5 | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | sure | ١٥ | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | ikinciSinir | 61 | 1 ile 60 arasında bir tam sayı yazın.",
                "HIZMET_STANDARTLARI | birim | HAFTA | Birini seçin.",
                "HIZMET_STANDARTLARI | hizmet | \"\" | Boş bırakılamaz.",
                "HIZMET_STANDARTLARI | dayanak | \" \" | Boş bırakılamaz.",
                "HIZMET_STANDARTLARI | zorunluBelgeler | YAZILI | Anlaşılmadı; aşağıda gösterildiği gibi yazın.",
                "HIZMET_STANDARTLARI | dayanak | a\\b | Ters eğik çizgi (\\) kullanılamaz.",
                "BIRIM_YONLENDIRME | konu | yok | Listede böyle bir seçenek yok.",
                "BIRIM_YONLENDIRME | tur | yok | Listede böyle bir seçenek yok.",
                "BIRIM_YONLENDIRME | birim | \"\" | Birini seçin.",
                "BIRIM_YONLENDIRME | birim | yok | Birini seçin.",
                "BIRIM_YONLENDIRME | gerekce | \"\" | Boş bırakılamaz.",
                "BIRIM_YONLENDIRME | metin | \" \" | Kelime yazın veya boş bırakın.",
                "BIRIM_YONLENDIRME | metin | a | “a” aranamaz: her kelimede en az iki harf veya rakam olmalıdır.",
                "BIRIM_YONLENDIRME | metin | çukur, ! | “!” aranamaz: her kelimede en az iki harf veya rakam olmalıdır.",
                "BIRIM_YONLENDIRME | metin | çukur,, asfalt | “” aranamaz: her kelimede en az iki harf veya rakam olmalıdır."
            })
    void aFaultyCellIsNamedWithWhatIsWrong(RuleTable table, String column, String cell, String fault) {
        var row = table == STANDARDS ? standard("CIMER", "", "15", "GUN") : routing("", "", "", "yol-bakim");

        assertThat(checks.faults(table, with(row, column, cell))).isEqualTo(Map.of(column, fault));
    }

    @ParameterizedTest
    @CsvSource({"1", "60"})
    void aLimitMayBeAsLongAsThis(String limit) {
        assertThat(checks.faults(STANDARDS, standard("CIMER", "", limit, "GUN")))
                .isEmpty();
    }

    @Test
    void theNumberOfARowGoesToNinetyNine() {
        assertThat(checks.faults(STANDARDS, with(standard("CIMER", "", "15", "GUN"), "no", "99")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hizmet,200", "belgeler,1000", "dayanak,300"})
    void aCellIsAsLongAsItsColumn(String column, int longest) {
        var row = standard("CIMER", "", "15", "GUN");
        String letter = "\uD835\uDD5A";

        assertThat(checks.faults(STANDARDS, with(row, column, letter.repeat(longest))))
                .isEmpty();
        assertThat(checks.faults(STANDARDS, with(row, column, letter.repeat(longest + 1))))
                .containsOnly(Map.entry(column, "En çok " + longest + " karakter olabilir."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iki\nsatır", "bip\u0007", "ayrı\u2028satır"})
    void aCellIsOneVisibleLine(String cell) {
        assertThat(checks.faults(STANDARDS, with(standard("CIMER", "", "15", "GUN"), "hizmet", cell)))
                .containsOnly(Map.entry("hizmet", "Tek satır olmalıdır. Görünmeyen karakter olamaz."));
    }

    @Test
    void aTextIsSearchedForTwentyWordsAtMost() {
        var words = Collections.nCopies(20, "çukur");

        assertThat(checks.faults(ROUTING, routing("", "", String.join(",", words), "yol-bakim")))
                .isEmpty();
        assertThat(checks.faults(ROUTING, routing("", "", String.join(",", words) + ",taş", "yol-bakim")))
                .containsOnly(Map.entry("metin", "En çok 20 kelime yazılabilir."));
    }

    @Test
    void whatIsFaultyInARowIsToldWithItsPlaceAndColumn() {
        var rows = standards("15", "GUN");
        rows.set(2, with(rows.get(2), "sure", "99"));

        assertThat(told(STANDARDS, rows)).containsExactly("2 Süre: 1 ile 60 arasında bir tam sayı yazın.");
    }

    @Test
    void aTableWithoutRowsOrWithTooManyIsNotPublished() {
        assertThat(told(STANDARDS, List.of())).contains("null Tabloda satır yok.");
        assertThat(told(ROUTING, many(300))).isEmpty();
        assertThat(told(ROUTING, many(301))).containsExactly("null Tabloda en çok 300 satır olabilir.");
    }

    private static List<RuleRow> many(int count) {
        var rows = new ArrayList<RuleRow>();
        for (int i = 0; i < count; i++) {
            rows.add(routing("", "", "kelime" + (1_000 + i), "yol-bakim"));
        }
        return rows;
    }

    @Test
    void eachChannelHasOneRowForEachOfItsPeriods() {
        var rows = standards("15", "GUN");
        assertThat(told(STANDARDS, rows)).isEmpty();

        var without = new ArrayList<>(rows);
        without.remove(0);
        String first = Channel.values()[0].label();
        assertThat(told(STANDARDS, without))
                .containsExactly(
                        "null " + first + ": satırı yok; her kanalın bir satırı olmalıdır.",
                        "null " + first + ", süresi uzatılmış: satırı yok; her kanalın bir satırı olmalıdır.");

        rows.add(standard("CIMER", "false", "10", "GUN"));
        int cimer = List.of(Channel.values()).indexOf(Channel.CIMER);
        assertThat(told(STANDARDS, rows))
                .containsExactly((rows.size() - 1) + " CİMER: " + (cimer + 1)
                        + ". satır aynı başvurular için; biri kalmalıdır.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"14 | GUN | true", "15 | GUN | false", "16 | GUN | false", "14 | IS_GUNU | false"})
    void anExtendedPeriodIsNoShorterThanThePlainOne(String extended, String unit, boolean refused) {
        var rows = standards("15", "GUN");
        int place = List.of(Channel.values()).indexOf(Channel.CIMER);
        rows.set(place, standard("CIMER", "false", "15", "GUN"));
        rows.add(standard("CIMER", "true", extended, unit));

        assertThat(told(STANDARDS, rows))
                .isEqualTo(
                        refused
                                ? List.of((rows.size() - 1) + " CİMER: uzatılmış süre, süreden kısa olamaz.")
                                : List.of());
    }

    /** 4982 md. 11 counts working days, 3071 md. 7 all of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BILGI_EDINME | false | 15 | IS_GUNU | ",
                "BILGI_EDINME | false | 16 | IS_GUNU | 15",
                "BILGI_EDINME | false | 21 | GUN | ",
                "BILGI_EDINME | false | 22 | GUN | 15",
                "BILGI_EDINME | '' | 16 | IS_GUNU | 15",
                "BILGI_EDINME | true | 30 | IS_GUNU | ",
                "BILGI_EDINME | true | 31 | IS_GUNU | 30",
                "BILGI_EDINME | true | 42 | GUN | ",
                "BILGI_EDINME | true | 43 | GUN | 30",
                "CIMER | false | 30 | GUN | ",
                "CIMER | false | 31 | GUN | 3071",
                "CIMER | false | 21 | IS_GUNU | ",
                "CIMER | false | 22 | IS_GUNU | 3071",
                "YOK | false | 31 | GUN | 3071",
            })
    void aLimitBeyondTheLawIsToldAndMayStand(
            String channel, String extended, String limit, String unit, @Nullable String law) {
        var warnings = checks.warnings(STANDARDS, List.of(standard(channel, extended, limit, unit)));

        if (law == null) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings)
                    .containsExactly(new RuleChecks.Problem(
                            0,
                            law.equals("3071")
                                    ? "Yasal üst sınır 30 gündür (3071 sayılı Kanun’un 7’nci maddesi)."
                                    : "4982 sayılı Kanun’un 11’inci maddesindeki " + law + " iş gününden uzun."));
        }
    }

    @Test
    void routingHasNoLimitToWarnOf() {
        assertThat(checks.warnings(ROUTING, List.of(routing("", "", "", "yol-bakim"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // The earlier row, the later one, and whether the later one can come to its turn
                "'' ; '' ; ''          | yol-cukur ; SIKAYET ; çukur | false",
                "yol-cukur ; '' ; ''   | yol-cukur ; SIKAYET ; ''    | false",
                "yol-cukur ; '' ; ''   | '' ; SIKAYET ; ''           | true",
                "'' ; SIKAYET ; ''     | yol-cukur ; TALEP ; ''      | true",
                "'' ; '' ; çukur       | '' ; '' ; çukurlar          | false",
                "'' ; '' ; çukurlar    | '' ; '' ; çukur             | true",
                "'' ; '' ; çukur       | '' ; '' ; ''                | true",
                "'' ; '' ; çukur       | '' ; '' ; 'çukurlar, su'    | true",
            })
    void aRowBehindOneThatTakesAllOfItsOwnIsRefused(String earlier, String later, boolean reached) {
        var rows = List.of(ofCells(earlier), ofCells(later));

        assertThat(told(ROUTING, rows))
                .isEqualTo(
                        reached
                                ? List.of()
                                : List.of("1 Bu satıra sıra gelmez: 1. satır aynı başvuruları daha önce yakalar."));
    }

    private static RuleRow ofCells(String written) {
        var cells = written.replace("'", "").split(";", -1);
        return routing(cells[0].strip(), cells[1].strip(), cells[2].strip(), "yol-bakim");
    }

    private List<String> told(RuleTable table, List<RuleRow> rows) {
        return checks.problems(table, rows).stream()
                .map(problem -> problem.row() + " " + problem.message())
                .toList();
    }
}

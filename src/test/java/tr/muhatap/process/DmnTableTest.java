package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.channel.Channel;
import tr.muhatap.organization.Organization;
import tr.muhatap.rules.RuleRow;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.text.TurkishText;

/** What is written is what is read, for us and for the engine; and nothing of it is ever evaluated. */
class DmnTableTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @EnumSource
    void aTableThatIsReadAndWrittenAgainIsTheSame(RuleTable table) {
        byte[] shipped = ModelDeployment.shipped(table.key());
        var rows = read(table, shipped).orElseThrow();

        byte[] written = DmnTable.write(table, rows, shipped, false);

        assertThat(rows).isNotEmpty();
        assertThat(read(table, written)).contains(rows);
    }

    @Test
    void theEngineDecidesByTheWrittenTableOfLimitsAsByTheShippedOne() {
        var table = RuleTable.HIZMET_STANDARTLARI;
        var shipped = decision(table, ModelDeployment.shipped(table.key()));
        var written = rewritten(table);

        for (var channel : Channel.values()) {
            for (boolean extended : List.of(false, true)) {
                var inputs = Variables.createVariables()
                        .putValue("kanal", channel.name())
                        .putValue("uzatilmis", extended);
                assertThat(decided(written, inputs))
                        .as("%s %s", channel, extended)
                        .isEqualTo(decided(shipped, inputs))
                        .hasSize(1);
            }
        }
    }

    @Test
    void theEngineDecidesByTheWrittenTableOfUnitsAsByTheShippedOne() {
        var table = RuleTable.BIRIM_YONLENDIRME;
        var shipped = decision(table, ModelDeployment.shipped(table.key()));
        var written = rewritten(table);

        var topics = new Organization().topics();
        for (var topic : List.of(topics.get(0), topics.get(40), topics.get(topics.size() - 1))) {
            var inputs = routing(topic.code(), "SIKAYET", "");
            assertThat(decided(written, inputs))
                    .as(topic.name())
                    .isEqualTo(decided(shipped, inputs))
                    .hasSize(1);
        }
        for (var text : List.of("Yolda ÇUKUR var", "kopegi bagladilar", "Işıklı levha", "hiçbiri", "")) {
            var inputs = routing(null, "TALEP", text);
            assertThat(decided(written, inputs)).as(text).isEqualTo(decided(shipped, inputs));
        }
        assertThat(decided(written, routing(null, "TALEP", "kopegi bagladilar")).get(0))
                .containsEntry("birim", "veteriner");
        assertThat(decided(written, routing(null, "TALEP", "hiçbiri"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ğüşıöç ĞÜŞİÖÇ İ/ı",
                "${1+1} #{1+1} ${''.getClass()}",
                "\"tırnak\" ve “kıvrık”",
                "\" or 1=1 or \"",
                "<text>&amp;</text> ]]> &",
                "1 + 1",
                "not(\"a\")"
            })
    void whateverIsTypedStaysWhatItIs(String typed) {
        var table = RuleTable.BIRIM_YONLENDIRME;
        var row = RuleRow.of(
                table, Map.of("tur", "IHBAR", "metin", "İğde, ÇAĞ ışık", "birim", "fen-isleri", "gerekce", typed));

        byte[] written = DmnTable.write(table, List.of(row), ModelDeployment.shipped(table.key()), false);

        assertThat(read(table, written)).contains(List.of(row));
        for (var text : List.of("igdeler", "İĞDE sokağı", "cag isik", "Çağ Işık'ta")) {
            assertThat(decided(decision(table, written), routing(null, "IHBAR", text)))
                    .as(text)
                    .containsExactly(Map.of("birim", "fen-isleri", "gerekce", typed));
        }
        assertThat(decided(decision(table, written), routing(null, "IHBAR", "bigde; çağ")))
                .isEmpty();
        assertThat(decided(decision(table, written), routing(null, "TALEP", "iğde")))
                .isEmpty();
    }

    @Test
    void aTableWithAnExpressionInACellIsNotRead() {
        var table = RuleTable.HIZMET_STANDARTLARI;
        String shipped = new String(ModelDeployment.shipped(table.key()), StandardCharsets.UTF_8);

        for (var expression : List.of(">10 + 5<", ">${15}<", ">\"15\"<", ">\\\\<", "><")) {
            assertThat(read(
                            table,
                            shipped.replaceFirst(">15<", Matcher.quoteReplacement(expression))
                                    .getBytes(StandardCharsets.UTF_8)))
                    .as(expression)
                    .isEmpty();
        }
        assertThat(read(
                        table,
                        shipped.replaceFirst(">\"CIMER\"<", ">\"CIMER\", \"ACIK_KAPI\"<")
                                .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static Optional<List<RuleRow>> read(RuleTable table, byte[] dmn) {
        return DmnTable.read(table, Dmn.readModelFromStream(new ByteArrayInputStream(dmn)));
    }

    private static DmnDecision rewritten(RuleTable table) {
        byte[] shipped = ModelDeployment.shipped(table.key());
        return decision(table, DmnTable.write(table, read(table, shipped).orElseThrow(), shipped, false));
    }

    private static DmnDecision decision(RuleTable table, byte[] dmn) {
        return ENGINE.parseDecision(table.key(), new ByteArrayInputStream(dmn));
    }

    private static VariableMap routing(@Nullable String topic, String kind, String text) {
        return Variables.createVariables()
                .putValue("konu", topic)
                .putValue("tur", kind)
                .putValue("metin", TurkishText.words(text));
    }

    private static List<Map<String, Object>> decided(DmnDecision decision, VariableMap inputs) {
        var rows = new ArrayList<Map<String, Object>>();
        ENGINE.evaluateDecisionTable(decision, inputs).forEach(row -> rows.add(new HashMap<>(row.getEntryMap())));
        return rows;
    }
}

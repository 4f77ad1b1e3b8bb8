package tr.muhatap.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tr.muhatap.rules.Column.Type;
import tr.muhatap.text.Texts;

/** Decision tables maintained by the office, with their columns in order. */
public enum RuleTable {
    HIZMET_STANDARTLARI(
            "hizmet-standartlari",
            Texts.of("rules.rule-table.hizmet-standartlari"),
            Texts.of("rules.rule-table.hizmet-standartlari-2"),
            List.of(
                    Column.input("kanal", Texts.of("rules.rule-table.hizmet-standartlari-3"), Type.CHANNEL),
                    Column.input("uzatilmis", Texts.of("rules.rule-table.hizmet-standartlari-5"), Type.FLAG),
                    Column.output("no", Texts.of("rules.rule-table.hizmet-standartlari-6"), Type.NUMBER),
                    Column.output("hizmet", Texts.of("rules.rule-table.hizmet-standartlari-8"), Type.LINE),
                    Column.output("belgeler", Texts.of("rules.rule-table.hizmet-standartlari-10"), Type.LINE),
                    Column.output("zorunluBelgeler", Texts.of("rules.rule-table.hizmet-standartlari-11"), Type.PAPERS),
                    Column.output("sure", Texts.of("rules.rule-table.hizmet-standartlari-12"), Type.NUMBER),
                    Column.output("birim", Texts.of("rules.rule-table.hizmet-standartlari-13"), Type.DAY_UNIT),
                    Column.output("ikinciSinir", Texts.of("rules.rule-table.hizmet-standartlari-14"), Type.NUMBER),
                    Column.output("dayanak", Texts.of("rules.rule-table.hizmet-standartlari-16"), Type.LINE))),
    BIRIM_YONLENDIRME(
            "birim-yonlendirme",
            Texts.of("rules.rule-table.birim-yonlendirme"),
            Texts.of("rules.rule-table.birim-yonlendirme-2"),
            List.of(
                    Column.input("konu", Texts.of("rules.rule-table.birim-yonlendirme-3"), Type.TOPIC),
                    Column.input("tur", Texts.of("rules.rule-table.birim-yonlendirme-4"), Type.KIND),
                    Column.input("metin", Texts.of("rules.rule-table.birim-yonlendirme-5"), Type.WORDS),
                    Column.output("birim", Texts.of("rules.rule-table.birim-yonlendirme-6"), Type.UNIT),
                    Column.output("gerekce", Texts.of("rules.rule-table.birim-yonlendirme-8"), Type.LINE)));

    private final String key;
    private final String label;
    private final String about;
    private final List<Column> columns;

    RuleTable(String key, String label, String about, List<Column> columns) {
        this.key = key;
        this.label = label;
        this.about = about;
        this.columns = columns;
    }

    /** Key of the decision in the engine, also used in addresses. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Purpose, in Turkish. */
    public String about() {
        return about;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Whether the order of rows matters: the first match counts. */
    public boolean isOrdered() {
        return this == BIRIM_YONLENDIRME;
    }

    public static Optional<RuleTable> of(String key) {
        return Arrays.stream(values()).filter(table -> table.key.equals(key)).findFirst();
    }
}

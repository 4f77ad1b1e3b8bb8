package tr.muhatap.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tr.muhatap.rules.Column.Type;

/** The decision tables that the office keeps, with their columns in order. */
public enum RuleTable {
    HIZMET_STANDARTLARI(
            "hizmet-standartlari",
            "Hizmet standartları",
            "Her kanalın süresi, istenen belgeleri ve dayanağı. Yayımlanan tablo, süre hesabı ve üst amire iletme bu satırlara göre yapılır.",
            List.of(
                    Column.input("kanal", "Kanal", Type.CHANNEL),
                    Column.input("uzatilmis", "Süresi uzatılmış", Type.FLAG),
                    Column.output("no", "Sıra no", Type.NUMBER),
                    Column.output("hizmet", "Hizmetin adı", Type.LINE),
                    Column.output("belgeler", "Başvuruda istenen belgeler (yayımlanan metin)", Type.LINE),
                    Column.output("zorunluBelgeler", "Eksikse kabul edilmeyen belgeler", Type.PAPERS),
                    Column.output("sure", "Süre", Type.NUMBER),
                    Column.output("birim", "Süre birimi", Type.DAY_UNIT),
                    Column.output("ikinciSinir", "İkinci sınır (iş günü)", Type.NUMBER),
                    Column.output("dayanak", "Dayanak", Type.LINE))),
    BIRIM_YONLENDIRME(
            "birim-yonlendirme",
            "Birime sevk",
            "Başvurunun konusuna, türüne ve kelimelerine göre sevkte önerilen birim. Tabloya yukarıdan aşağı bakılır, uyan ilk satır önerilir.",
            List.of(
                    Column.input("konu", "Konu", Type.TOPIC),
                    Column.input("tur", "Tür", Type.KIND),
                    Column.input("metin", "Kelimeler", Type.WORDS),
                    Column.output("birim", "Birim", Type.UNIT),
                    Column.output("gerekce", "Gerekçe", Type.LINE)));

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

    /** The decision's key in the engine, and its name in addresses. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** What it is for, in Turkish. */
    public String about() {
        return about;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Whether the order of its rows decides: the first row that fits counts. */
    public boolean isOrdered() {
        return this == BIRIM_YONLENDIRME;
    }

    public static Optional<RuleTable> of(String key) {
        return Arrays.stream(values()).filter(table -> table.key.equals(key)).findFirst();
    }
}

package tr.muhatap.operation;

import tr.muhatap.text.Texts;

/** Kinds of inconsistencies between an application's record and its process. */
public enum FindingKind {
    SURECSIZ_KAYIT(
            Texts.of("operation.finding-kind.surecsiz-kayit"), Texts.of("operation.finding-kind.surecsiz-kayit-2")),
    KAYITSIZ_SUREC(
            Texts.of("operation.finding-kind.kayitsiz-surec"), Texts.of("operation.finding-kind.kayitsiz-surec-2")),
    YUKSELTILMEMIS(
            Texts.of("operation.finding-kind.yukseltilmemis"), Texts.of("operation.finding-kind.yukseltilmemis-2")),
    ERKEN_YUKSELTME(
            Texts.of("operation.finding-kind.erken-yukseltme"), Texts.of("operation.finding-kind.erken-yukseltme-2")),
    SURECSIZ_YUKSELTME(
            Texts.of("operation.finding-kind.surecsiz-yukseltme"),
            Texts.of("operation.finding-kind.surecsiz-yukseltme-2")),
    EKSIK_SAYAC(Texts.of("operation.finding-kind.eksik-sayac"), Texts.of("operation.finding-kind.eksik-sayac-2")),
    YANLIS_SAYAC(Texts.of("operation.finding-kind.yanlis-sayac"), Texts.of("operation.finding-kind.yanlis-sayac-2")),
    OLU_SAYAC(Texts.of("operation.finding-kind.olu-sayac"), Texts.of("operation.finding-kind.olu-sayac-2")),
    ASKIDA(Texts.of("operation.finding-kind.askida"), Texts.of("operation.finding-kind.askida-2"));

    private final String label;
    private final String meaning;

    FindingKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /** One sentence: meaning and consequence. */
    public String meaning() {
        return meaning;
    }
}

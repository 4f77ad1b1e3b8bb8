package tr.muhatap.operation;

/** What can be wrong between an application's record and its process. */
public enum FindingKind {
    SURECSIZ_KAYIT(
            "Açık kaydın süreci yok", "Başvuru açık görünüyor ama hiçbir işte değil; süresini kimse beklemiyor."),
    KAYITSIZ_SUREC("Sürecin açık kaydı yok", "Süreç çalışıyor ama kaydı kapalı veya yok; işleri yapılamaz."),
    YUKSELTILMEMIS("Süresi geçti, yükseltilmedi", "Süre doldu ama yöneticiye veya Şube Müdürüne yükseltme gelmedi."),
    ERKEN_YUKSELTME(
            "Süresi dolmadan yükseltilmiş", "Süre ileri taşınmış; yükseltme geri alınır, yeni sürede yeniden gelir."),
    SURECSIZ_YUKSELTME(
            "Yükseltmenin süreci yok", "Birinci kademe yazılmış ama yükseltme süreci yok; yeniden başlatılır."),
    EKSIK_SAYAC("Süre sayacı yok", "Sürenin dolduğunu haber verecek sayaç yok; kayıttaki süreye yeniden kurulur."),
    YANLIS_SAYAC("Süre sayacı yanlış günde", "Sayacın zamanı kayıttaki süreden farklı; kayda göre düzeltilir."),
    OLU_SAYAC("Sayacın denemeleri bitmiş", "Sayaç bütün denemelerinde başarısız olmuş; yeniden kurulur."),
    ASKIDA("Askıya alınmış", "Süreç veya sayacı askıya alınmış; yeniden etkinleştirilir.");

    private final String label;
    private final String meaning;

    FindingKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /** One sentence: what it means and what becomes of it. */
    public String meaning() {
        return meaning;
    }
}

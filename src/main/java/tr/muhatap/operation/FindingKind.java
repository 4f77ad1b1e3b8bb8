package tr.muhatap.operation;

/** What can be wrong between an application's record and its process. */
public enum FindingKind {
    SURECSIZ_KAYIT("Açık kaydın süreci yok", "Başvuru açık, ancak hiçbir görevi ve süre sayacı yok."),
    KAYITSIZ_SUREC("Sürecin açık kaydı yok", "Süreç çalışıyor, ancak kaydı kapalı veya yok. Görevleri yapılamaz."),
    YUKSELTILMEMIS(
            "Süresi geçti, üst amire iletilmedi",
            "Süre doldu, ancak başvuru yöneticiye veya Şube Müdürüne iletilmedi."),
    ERKEN_YUKSELTME(
            "Süresi dolmadan üst amire iletilmiş",
            "Süre ileri taşınmış. Üst amire iletme geri alınır, yeni süre dolunca yeniden yapılır."),
    SURECSIZ_YUKSELTME(
            "Üst amire iletme süreci yok",
            "Birinci kademe kaydedilmiş, ancak üst amire iletme süreci yok. Süreç yeniden başlatılır."),
    EKSIK_SAYAC("Süre sayacı yok", "Sürenin dolduğunu bildirecek sayaç yok. Kayıttaki süreye göre yeniden kurulur."),
    YANLIS_SAYAC("Süre sayacı yanlış tarihte", "Sayacın zamanı kayıttaki süreden farklı. Kayda göre düzeltilir."),
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

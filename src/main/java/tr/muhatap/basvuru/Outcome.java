package tr.muhatap.basvuru;

/** How an application ended: what the answer says, or why there is none. */
public enum Outcome {
    OLUMLU("Olumlu"),
    OLUMSUZ("Olumsuz"),
    KISMEN("Kısmen olumlu"),
    PROGRAMA_ALINDI("Programa alındı"),
    BILGI_VERILDI("Bilgi verildi"),
    YONLENDIRILDI("Kurum dışına yönlendirildi"),
    ISLEME_KONULMADI("İşleme konulmadı"),
    MUKERRER("Mükerrer"),
    VAZGECILDI("Vazgeçildi");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

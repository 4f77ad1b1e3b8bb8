package tr.muhatap.basvuru;

/** Where an application stands. KAYITLI lasts only until its process has started, within one transaction. */
public enum Status {
    KAYITLI("Kayıtlı"),
    ON_INCELEMEDE("Ön incelemede"),
    EKSIK_BEKLIYOR("Eksik bilgi bekleniyor"),
    SEVK_BEKLIYOR("Sevk bekliyor"),
    BIRIMDE("Birimde"),
    UCRET_BEKLIYOR("Ücret bekleniyor"),
    ONAYDA("Onayda"),
    CEVAPLANDI("Cevaplandı, gönderiliyor"),
    KAPANDI("Kapandı");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

/** What the review (ön inceleme) found. */
public enum ReviewDecision {
    KABUL("Kabul"),
    EKSIK("Eksik bilgi"),
    YETKISIZ("Görev alanımız dışında"),
    MUKERRER("Mükerrer"),
    ISLEME_KONULMAZ("İşleme konulmaz");

    private final String label;

    ReviewDecision(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

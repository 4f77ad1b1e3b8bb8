package tr.muhatap.basvuru;

/** What a place of recourse decided. */
public enum MuracaatOutcome {
    KABUL("Müracaat haklı bulundu"),
    RET("Müracaat haklı bulunmadı");

    private final String label;

    MuracaatOutcome(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}

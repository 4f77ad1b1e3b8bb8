package tr.muhatap.basvuru;

/** The two places of recourse of the published table. */
public enum MuracaatPlace {
    ILK("İlk müracaat yeri"),
    IKINCI("İkinci müracaat yeri");

    private final String label;

    MuracaatPlace(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}

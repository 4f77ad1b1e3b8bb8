package tr.muhatap.basvuru;

/** Natural or legal person. */
public enum ApplicantType {
    GERCEK("Gerçek kişi"),
    TUZEL("Tüzel kişi");

    private final String label;

    ApplicantType(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

/** How a 4982 application was made; its papers depend on it (4982 md. 6). */
public enum Submission {
    ELEKTRONIK("Elektronik"),
    YAZILI("Yazılı"),
    KURUM("Başka kurum aracılığıyla");

    private final String label;

    Submission(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

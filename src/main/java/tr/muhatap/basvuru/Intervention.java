package tr.muhatap.basvuru;

/** What a manager does with a late application. */
public enum Intervention {
    UYAR("Birimi uyar"),
    DEVRAL("Görevi üstlen"),
    SEVK("Başka birime sevk et");

    private final String label;

    Intervention(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

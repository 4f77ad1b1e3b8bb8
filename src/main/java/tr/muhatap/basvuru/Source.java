package tr.muhatap.basvuru;

/** By which digital way a DIJITAL application came. */
public enum Source {
    WEB("Web sayfası"),
    MOBIL_UYGULAMA("Mobil uygulama"),
    E_POSTA("E-posta"),
    SOSYAL_MEDYA("Sosyal medya");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

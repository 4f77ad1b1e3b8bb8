package tr.muhatap.basvuru;

/** What an application asks for. */
public enum Kind {
    BILGI_ISTEMI("Bilgi edinme"),
    TALEP("Talep"),
    SIKAYET("Şikâyet"),
    ONERI("Öneri"),
    IHBAR("İhbar"),
    TESEKKUR("Teşekkür");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

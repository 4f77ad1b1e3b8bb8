package tr.muhatap.deadline;

/** The seven ways by which an application comes in; each has its own limit and its own process. */
public enum Channel {
    BILGI_EDINME("4982 Bilgi Edinme"),
    CIMER("CİMER"),
    ACIK_KAPI("Açık Kapı"),
    BEYAZ_MASA("Beyaz Masa"),
    BEYAZ_MASA_MOBIL("Beyaz Masa Mobil"),
    ALO_153("ALO 153"),
    DIJITAL("Web, mobil, e-posta, sosyal medya");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The channel's name as people read it. */
    public String label() {
        return label;
    }
}

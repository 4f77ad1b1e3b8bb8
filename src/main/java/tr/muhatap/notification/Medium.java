package tr.muhatap.notification;

/** How a message reaches somebody. */
public enum Medium {
    E_POSTA("E-posta", false),
    SMS("SMS", false),
    POSTA("Posta", true),
    TELEFON("Telefon", true),
    /** Brought back by hand to where the application came from: CİMER, Açık Kapı, a social network. */
    KAYNAK("Başvuru kanalına işlenecek", true),
    /** 4982: forwarded by another public body, answered to that body. */
    KURUM("İleten kuruma yazı", true),
    /** Nobody can be reached: the answer waits on the tracking page. */
    TAKIP("Takip sayfası", false);

    private final String label;
    private final boolean byHand;

    Medium(String label, boolean byHand) {
        this.label = label;
        this.byHand = byHand;
    }

    /** Whether the program sends it itself. */
    boolean isBySystem() {
        return this == E_POSTA || this == SMS;
    }

    public String label() {
        return label;
    }

    /** Whether a person has to bring it; such messages stand on a list until they are ticked off. */
    public boolean isByHand() {
        return byHand;
    }
}

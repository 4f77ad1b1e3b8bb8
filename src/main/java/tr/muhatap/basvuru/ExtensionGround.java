package tr.muhatap.basvuru;

/** Grounds on which the limit of an information request may be extended (4982 md. 11). */
public enum ExtensionGround {
    BASKA_BIRIM("İstenen bilgi kurumun başka bir biriminden sağlanacak"),
    BASKA_KURUM_GORUSU("Başka bir kurumun görüşü gerekiyor"),
    BIRDEN_FAZLA_KURUM("Başvuru birden fazla kurumu ilgilendiriyor");

    private final String label;

    ExtensionGround(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}

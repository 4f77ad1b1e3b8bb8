package tr.muhatap.basvuru;

/** What the unit does with what was routed to it. */
public enum UnitDecision {
    CEVAP("Cevap hazır"),
    IADE("Birimimizin görevi değil, iade"),
    /** 4982 only: a fee was notified, the payment is awaited. */
    UCRET("Ücret bildirildi, ödeme bekleniyor");

    private final String label;

    UnitDecision(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

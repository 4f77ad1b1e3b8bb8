package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What the unit does with what was routed to it. */
public enum UnitDecision {
    CEVAP(Texts.of("basvuru.unit-decision.cevap")),
    IADE(Texts.of("basvuru.unit-decision.iade")),
    /** 4982 only: a fee was notified, the payment is awaited. */
    UCRET(Texts.of("basvuru.unit-decision.ucret"));

    private final String label;

    UnitDecision(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

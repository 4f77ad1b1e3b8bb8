package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Decision of the unit on an application routed to it. */
public enum UnitDecision {
    CEVAP(Texts.of("basvuru.unit-decision.cevap")),
    IADE(Texts.of("basvuru.unit-decision.iade")),
    /** 4982 only: a fee was notified, its payment is awaited. */
    UCRET(Texts.of("basvuru.unit-decision.ucret"));

    private final String label;

    UnitDecision(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

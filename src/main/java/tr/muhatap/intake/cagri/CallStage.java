package tr.muhatap.intake.cagri;

import tr.muhatap.text.Texts;

/** Stage of a call; only moves forward. Stored by name. */
public enum CallStage {
    CALIYOR(Texts.of("intake.cagri.caliyor")),
    KONUSULUYOR(Texts.of("intake.cagri.konusuluyor")),
    BITTI(Texts.of("intake.cagri.bitti"));

    private final String label;

    CallStage(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

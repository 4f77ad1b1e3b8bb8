package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What a place of recourse decided. */
public enum MuracaatOutcome {
    KABUL(Texts.of("basvuru.muracaat-outcome.kabul")),
    RET(Texts.of("basvuru.muracaat-outcome.ret"));

    private final String label;

    MuracaatOutcome(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

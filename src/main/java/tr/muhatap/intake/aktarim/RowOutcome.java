package tr.muhatap.intake.aktarim;

import tr.muhatap.text.Texts;

/** Outcome of a row, actual or predicted. Stored by name. */
public enum RowOutcome {
    ALINDI(Texts.of("intake.aktarim.satir.alindi")),
    /** Registered before with the same content. */
    BILINEN(Texts.of("intake.aktarim.satir.bilinen")),
    /** Registered before with other content. */
    DEGISMIS(Texts.of("intake.aktarim.satir.degismis")),
    RET(Texts.of("intake.aktarim.satir.ret"));

    private final String label;

    RowOutcome(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

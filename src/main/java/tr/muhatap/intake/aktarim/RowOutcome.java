package tr.muhatap.intake.aktarim;

import tr.muhatap.text.Texts;

/** What became of a row, or would become of it. Stored by name. */
public enum RowOutcome {
    ALINDI(Texts.of("intake.aktarim.satir.alindi")),
    /** It is here, and says the same. */
    BILINEN(Texts.of("intake.aktarim.satir.bilinen")),
    /** It is here, and says something else. */
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

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Digital source of a DIJITAL application. */
public enum Source {
    WEB(Texts.of("basvuru.source.web")),
    MOBIL_UYGULAMA(Texts.of("basvuru.source.mobil-uygulama")),
    E_POSTA(Texts.of("basvuru.answer-by.e-posta")),
    SOSYAL_MEDYA(Texts.of("basvuru.source.sosyal-medya"));

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

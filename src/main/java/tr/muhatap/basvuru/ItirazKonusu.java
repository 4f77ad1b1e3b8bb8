package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Subject of an objection before the Board. */
public enum ItirazKonusu {
    /** No answer for 30 days: the request counts as refused (2577 md. 10). */
    SESSIZLIK(Texts.of("basvuru.itiraz-konusu.sessizlik")),

    /** The answer, or the closing without one (4982 md. 13). */
    CEVAP(Texts.of("basvuru.itiraz-konusu.cevap"));

    private final String label;

    ItirazKonusu(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

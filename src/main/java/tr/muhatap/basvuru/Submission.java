package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** How a 4982 application was made; its papers depend on it (4982 md. 6). */
public enum Submission {
    ELEKTRONIK(Texts.of("basvuru.submission.elektronik")),
    YAZILI(Texts.of("basvuru.submission.yazili")),
    KURUM(Texts.of("basvuru.submission.kurum"));

    private final String label;

    Submission(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

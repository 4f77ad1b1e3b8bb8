package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Notices whose service starts a period. */
public enum ServedPaper {
    /** Has to reach the applicant before the unextended limit ends (4982 md. 11). */
    SURE_UZATIMI(Texts.of("basvuru.served-paper.sure-uzatimi")),

    /** The period to pay runs from its service (4982 md. 11). */
    UCRET_BILDIRIMI(Texts.of("basvuru.served-paper.ucret-bildirimi")),

    /** The answer, or the end without one: objection (4982 md. 13) and action (2577 md. 7) run from its service. */
    CEVAP(Texts.of("basvuru.served-paper.cevap"));

    private final String label;

    ServedPaper(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

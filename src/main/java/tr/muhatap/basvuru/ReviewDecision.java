package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Decision of the review (ön inceleme). */
public enum ReviewDecision {
    KABUL(Texts.of("basvuru.review-decision.kabul")),
    EKSIK(Texts.of("basvuru.review-decision.eksik")),
    YETKISIZ(Texts.of("basvuru.review-decision.yetkisiz")),
    MUKERRER(Texts.of("basvuru.review-decision.mukerrer")),
    ISLEME_KONULMAZ(Texts.of("basvuru.review-decision.isleme-konulmaz"));

    private final String label;

    ReviewDecision(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What the Bilgi Edinme Değerlendirme Kurulu decided on an objection. */
public enum AppealOutcome {
    KABUL(Texts.of("basvuru.appeal-outcome.kabul")),
    KISMEN_KABUL(Texts.of("basvuru.appeal-outcome.kismen-kabul")),
    RET(Texts.of("basvuru.appeal-outcome.ret"));

    private final String label;

    AppealOutcome(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What a manager does with a late application. */
public enum Intervention {
    UYAR(Texts.of("basvuru.intervention.uyar")),
    DEVRAL(Texts.of("basvuru.intervention.devral")),
    SEVK(Texts.of("basvuru.intervention.sevk"));

    private final String label;

    Intervention(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}

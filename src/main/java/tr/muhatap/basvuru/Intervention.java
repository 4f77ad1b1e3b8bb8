package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** A manager's decision on a late application. */
public enum Intervention {
    UYAR(Texts.of("basvuru.intervention.uyar")),
    DEVRAL(Texts.of("basvuru.intervention.devral")),
    SEVK(Texts.of("basvuru.intervention.sevk"));

    private final String label;

    Intervention(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

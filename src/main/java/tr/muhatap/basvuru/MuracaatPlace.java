package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** The two places of recourse of the published table. */
public enum MuracaatPlace {
    ILK(Texts.of("basvuru.muracaat-place.ilk")),
    IKINCI(Texts.of("basvuru.muracaat-place.ikinci"));

    private final String label;

    MuracaatPlace(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

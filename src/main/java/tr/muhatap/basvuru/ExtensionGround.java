package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Grounds on which the limit of an information request may be extended (4982 md. 11). */
public enum ExtensionGround {
    BASKA_BIRIM(Texts.of("basvuru.extension-ground.baska-birim")),
    BASKA_KURUM_GORUSU(Texts.of("basvuru.extension-ground.baska-kurum-gorusu")),
    BIRDEN_FAZLA_KURUM(Texts.of("basvuru.extension-ground.birden-fazla-kurum"));

    private final String label;

    ExtensionGround(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

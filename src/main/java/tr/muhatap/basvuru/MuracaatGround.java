package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Why a citizen turns to the places of recourse that the published table names. */
public enum MuracaatGround {
    FAZLA_BELGE(Texts.of("basvuru.muracaat-ground.fazla-belge")),
    SURE_ASIMI(Texts.of("basvuru.muracaat-ground.sure-asimi")),
    TABLODA_YOK(Texts.of("basvuru.muracaat-ground.tabloda-yok"));

    private final String label;

    MuracaatGround(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Grounds of recourse as the published table names them. */
public enum MuracaatGround {
    FAZLA_BELGE(Texts.of("basvuru.muracaat-ground.fazla-belge")),
    SURE_ASIMI(Texts.of("basvuru.muracaat-ground.sure-asimi")),
    TABLODA_YOK(Texts.of("basvuru.muracaat-ground.tabloda-yok"));

    private final String label;

    MuracaatGround(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What an application asks for. */
public enum Kind {
    BILGI_ISTEMI(Texts.of("basvuru.kind.bilgi-istemi")),
    TALEP(Texts.of("basvuru.kind.talep")),
    SIKAYET(Texts.of("basvuru.kind.sikayet")),
    ONERI(Texts.of("basvuru.kind.oneri")),
    IHBAR(Texts.of("basvuru.kind.ihbar")),
    TESEKKUR(Texts.of("basvuru.kind.tesekkur"));

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

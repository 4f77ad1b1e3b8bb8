package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Who is asked by a link. */
public enum InquiryAddressee {
    BASVURU_SAHIBI(Texts.of("basvuru.inquiry-addressee.basvuru-sahibi")),
    KURUM(Texts.of("basvuru.inquiry-addressee.kurum")),
    YUKLENICI(Texts.of("basvuru.inquiry-addressee.yuklenici"));

    private final String label;

    InquiryAddressee(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

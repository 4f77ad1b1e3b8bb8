package tr.muhatap.inquiry;

import tr.muhatap.text.Texts;

/** Where a link stands. */
public enum InquiryState {
    BEKLENIYOR(Texts.of("inquiry.inquiry-state.bekleniyor")),
    TAMAMLANDI(Texts.of("inquiry.inquiry-state.tamamlandi")),
    SURESI_DOLDU(Texts.of("inquiry.inquiry-state.suresi-doldu")),
    GERI_ALINDI(Texts.of("inquiry.inquiry-state.geri-alindi")),
    /** The application was closed before everything was answered. */
    BASVURU_KAPANDI(Texts.of("inquiry.inquiry-state.basvuru-kapandi"));

    private final String label;

    InquiryState(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

package tr.muhatap.inquiry;

import tr.muhatap.text.Texts;

/** How a link reaches whoever is asked. */
public enum InquiryWay {
    E_POSTA(Texts.of("inquiry.inquiry-way.e-posta")),
    SMS("SMS"),
    /** Shown to the asker once, to pass it on. */
    ELDEN(Texts.of("inquiry.inquiry-way.elden"));

    private final String label;

    InquiryWay(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    boolean isBySystem() {
        return this != ELDEN;
    }
}

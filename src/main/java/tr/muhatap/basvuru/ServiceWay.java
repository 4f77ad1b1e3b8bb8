package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** How a notice is sent to the applicant; determines the day of its service (tebliğ). */
public enum ServiceWay {
    /** Served on the day of sending. */
    ELEKTRONIK(Texts.of("basvuru.submission.elektronik")),

    /** Served on the day that the postal receipt states. */
    POSTA(Texts.of("basvuru.answer-by.posta")),

    /** Served on the day that the registered e-mail (KEP) evidence states. */
    KEP("KEP");

    private final String label;

    ServiceWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the day of service has to be entered from a receipt. */
    public boolean hasReceipt() {
        return this != ELEKTRONIK;
    }
}

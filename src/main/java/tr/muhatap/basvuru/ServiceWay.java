package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** How a notice reaches the applicant; decides on which day it is served (tebliğ). */
public enum ServiceWay {
    /** Served on the day it went out. */
    ELEKTRONIK(Texts.of("basvuru.submission.elektronik")),

    /** Served on the day that the postal receipt names. */
    POSTA(Texts.of("basvuru.answer-by.posta")),

    /** Served on the day that the evidence of the registered e-mail (KEP) names. */
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

package tr.muhatap.basvuru;

/** The notices from whose service a period runs. */
public enum ServedPaper {
    /** Has to reach the applicant before the unextended limit ends (4982 md. 11). */
    SURE_UZATIMI("Süre uzatımı yazısı"),

    /** The period to pay runs from its service (4982 md. 11). */
    UCRET_BILDIRIMI("Ücret bildirimi"),

    /** The answer, or the end without one: objection (4982 md. 13) and action (2577 md. 7) run from its service. */
    CEVAP("Cevap veya sonuç yazısı");

    private final String label;

    ServedPaper(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

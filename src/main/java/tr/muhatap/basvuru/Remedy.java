package tr.muhatap.basvuru;

/** Remedies against a decision of the office; each decision has to name one (Anayasa md. 40/2). */
public enum Remedy {
    /** Nothing was refused. */
    NONE,

    /**
     * The Board within 15 days of service, which suspends the time limit for action, and the court (4982 md. 12–13).
     */
    BILGI_EDINME,

    /** The administrative court within 60 days of service (2577 md. 7). */
    IDARI_YARGI;

    /**
     * The remedy against an outcome.
     *
     * @param lapsedUnpaid whether an unpaid fee ended the application, like a refusal
     */
    static Remedy of(Outcome how, boolean informationRequest, boolean lapsedUnpaid) {
        boolean refuses = switch (how) {
            case OLUMSUZ, KISMEN, ISLEME_KONULMADI -> true;
            case VAZGECILDI -> lapsedUnpaid;
            default -> false;
        };
        if (!refuses) {
            return NONE;
        }
        return informationRequest ? BILGI_EDINME : IDARI_YARGI;
    }
}

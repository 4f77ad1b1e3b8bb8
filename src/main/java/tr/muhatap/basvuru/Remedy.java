package tr.muhatap.basvuru;

/** Where somebody can turn against what the office decided; each decision has to name it (Anayasa md. 40/2). */
public enum Remedy {
    /** Nothing was refused. */
    NONE,

    /** The Board within 15 days of service, which suspends the time for suing, and the court (4982 md. 12–13). */
    BILGI_EDINME,

    /** The administrative court within 60 days of service (2577 md. 7). */
    IDARI_YARGI;

    /**
     * The remedy that an outcome has.
     *
     * @param lapsedUnpaid whether an unpaid fee ended the application, as a refusal does
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

package tr.muhatap.channel;

/** A family of process models that several channels share; each is drawn once, in {@code bpmn/aile}. */
public enum Family {
    /** Received in writing, reviewed by Halkla İlişkiler. */
    YAZILI("yazili"),
    /** Recorded by a clerk from an oral application; a complete one needs no review. */
    SOZLU("sozlu"),
    /** Under 4982: extension and fee; incomplete applications are not processed and not waited for (md. 6). */
    BILGI_EDINME("bilgi-edinme");

    private final String drawing;

    Family(String drawing) {
        this.drawing = drawing;
    }

    /** Name of the drawn model without its extension. */
    public String drawing() {
        return drawing;
    }

    /** Whether a clerk records the application, and may answer on the spot. */
    public boolean isOral() {
        return this == SOZLU;
    }

    /** Whether completion of an incomplete application is awaited; otherwise it is not processed. */
    public boolean awaitsCompletion() {
        return this != BILGI_EDINME;
    }

    /** Whether its process has extension, fee, payment and appeal (4982 md. 10, 11, 13). */
    public boolean hasStepsOf4982() {
        return this == BILGI_EDINME;
    }
}

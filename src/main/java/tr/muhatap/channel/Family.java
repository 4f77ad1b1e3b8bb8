package tr.muhatap.channel;

/** What the processes of several channels have in common; each family is drawn once, in {@code bpmn/aile}. */
public enum Family {
    /** Came in writing, is reviewed by Halkla İlişkiler. */
    YAZILI("yazili"),
    /** Taken down by a clerk from the applicant's mouth; what came complete needs no review. */
    SOZLU("sozlu"),
    /** By 4982: extension and fee; what lacks papers is not processed and never waited for (md. 6). */
    BILGI_EDINME("bilgi-edinme");

    private final String drawing;

    Family(String drawing) {
        this.drawing = drawing;
    }

    /** Name of the drawn model without its ending. */
    public String drawing() {
        return drawing;
    }

    /** Whether a clerk takes the application down, and may answer on the spot. */
    public boolean isOral() {
        return this == SOZLU;
    }

    /** Whether what lacks is waited for; else the application is not processed. */
    public boolean awaitsCompletion() {
        return this != BILGI_EDINME;
    }

    /** Whether its process knows extension, fee, payment and appeal (4982 md. 10, 11, 13). */
    public boolean hasStepsOf4982() {
        return this == BILGI_EDINME;
    }
}

package tr.muhatap.deadline;

/** How a limit counts its days. */
public enum DayUnit {
    /** Calendar days; a last day on a Saturday, Sunday or full holiday rolls to the next working day (2577 md. 8/2). */
    GUN("gün"),
    /** Working days: Saturdays, Sundays and the full holidays of 2429 are skipped. */
    IS_GUNU("iş günü");

    private final String label;

    DayUnit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package tr.muhatap.deadline;

import tr.muhatap.text.Texts;

/** How a limit counts its days. */
public enum DayUnit {
    /** Calendar days; a last day on a Saturday, Sunday or full holiday rolls to the next working day (2577 md. 8/2). */
    GUN(Texts.of("deadline.day-unit.gun")),
    /** Working days: Saturdays, Sundays and the full holidays of 2429 are skipped. */
    IS_GUNU(Texts.of("deadline.day-unit.is-gunu"));

    private final String label;

    DayUnit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

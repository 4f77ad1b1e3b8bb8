package tr.muhatap.calendar;

import tr.muhatap.text.Texts;

/**
 * Whose period is counted. Where the law leaves open whether a day counts, the doubt goes against the office: its own duties
 * end on the earlier day, the periods of citizens on the later one.
 */
public enum PeriodOf {
    /** The office has to act: to answer an application, a recourse or the Board. */
    OFFICE(Texts.of("calendar.period-of.office")),
    /** The citizen has to act: to pay, to complete, to object. */
    CITIZEN(Texts.of("calendar.period-of.citizen"));

    private final String label;

    PeriodOf(String label) {
        this.label = label;
    }

    /** How people name it. */
    public String label() {
        return label;
    }
}

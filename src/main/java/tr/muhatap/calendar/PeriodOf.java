package tr.muhatap.calendar;

import tr.muhatap.text.Texts;

/**
 * Whose period is counted. Where the law leaves open whether a day counts, doubt is resolved against the office: its
 * own periods end on the earlier day, those of citizens on the later one.
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

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

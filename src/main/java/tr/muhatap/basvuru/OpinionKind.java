package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Kind of a request to another body, and the period to answer (2020/2646 sayılı Yönetmelik md. 33). */
public enum OpinionKind {
    GORUS(Texts.of("basvuru.opinion-kind.gorus"), 15),
    BILGI(Texts.of("basvuru.opinion-kind.bilgi"), 5);

    private final String label;
    private final int workingDays;

    OpinionKind(String label, int workingDays) {
        this.label = label;
        this.workingDays = workingDays;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    /** Period in iş günü from the day of the request. */
    int workingDays() {
        return workingDays;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What another body is asked for, and how long it has (2020/2646 sayılı Yönetmelik md. 33). */
public enum OpinionKind {
    GORUS(Texts.of("basvuru.opinion-kind.gorus"), 15),
    BILGI(Texts.of("basvuru.opinion-kind.bilgi"), 5);

    private final String label;
    private final int workingDays;

    OpinionKind(String label, int workingDays) {
        this.label = label;
        this.workingDays = workingDays;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** İş günü from the day on which it is asked. */
    int workingDays() {
        return workingDays;
    }
}

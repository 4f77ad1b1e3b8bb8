package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** What the approver decides on an answer. */
public enum Approval {
    ONAY(Texts.of("basvuru.approval.onay")),
    DUZELT(Texts.of("basvuru.approval.duzelt"));

    private final String label;

    Approval(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

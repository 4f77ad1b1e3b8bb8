package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Natural or legal person. */
public enum ApplicantType {
    GERCEK(Texts.of("basvuru.applicant-type.gercek")),
    TUZEL(Texts.of("basvuru.applicant-type.tuzel"));

    private final String label;

    ApplicantType(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/** Who passed an application on for the applicant. */
public enum PassedOnBy {
    MUHTAR(Texts.of("basvuru.passed-on-by.muhtar")),
    MECLIS_UYESI(Texts.of("basvuru.passed-on-by.meclis-uyesi")),
    KURUM(Texts.of("basvuru.passed-on-by.kurum"));

    private final String label;

    PassedOnBy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package tr.muhatap.basvuru;

import tr.muhatap.text.Texts;

/**
 * How an applicant wants to be answered (4982 md. 6, Yönetmelik md. 10): the stated wish takes precedence over every
 * other way.
 */
public enum AnswerBy {
    E_POSTA(Texts.of("basvuru.answer-by.e-posta")),
    SMS("SMS"),
    POSTA(Texts.of("basvuru.answer-by.posta"));

    private final String label;

    AnswerBy(String label) {
        this.label = label;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    /** Whether the applicant left the contact data that it needs. */
    public boolean isPossibleFor(Applicant applicant) {
        return switch (this) {
            case E_POSTA -> applicant.email() != null;
            case SMS -> applicant.phone() != null;
            case POSTA -> applicant.address() != null;
        };
    }
}

package tr.muhatap.basvuru;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tr.muhatap.text.Texts;

/** Legal steps in addition to the main path of an application; each is an address of the API. */
public enum LegalStep {
    EXTENSION(Texts.of("basvuru.legal-step.extension"), false),
    FEE(Texts.of("basvuru.legal-step.fee"), false),
    PAYMENT(Texts.of("basvuru.legal-step.payment"), false),
    RECEIPT(Texts.of("basvuru.legal-step.receipt"), true),
    RECEIPT_CONFIRMATION(Texts.of("basvuru.legal-step.receipt-confirmation"), false),
    RECEIPT_REFUSAL(Texts.of("basvuru.legal-step.receipt-refusal"), false),
    SERVICE(Texts.of("basvuru.legal-step.service"), false),
    INTERIM_ANSWER(Texts.of("basvuru.legal-step.interim-answer"), false),
    OPINION(Texts.of("basvuru.legal-step.opinion"), false),
    OPINION_ANSWER(Texts.of("basvuru.legal-step.opinion-answer"), false),
    OPINION_WITHDRAWAL(Texts.of("basvuru.legal-step.opinion-withdrawal"), false),
    COMPLETION(Texts.of("basvuru.legal-step.completion"), true),
    DUPLICATE_OF(Texts.of("basvuru.legal-step.duplicate-of"), true),
    CONTACT_CORRECTION(Texts.of("basvuru.legal-step.contact-correction"), true),
    WITHDRAWAL(Texts.of("basvuru.legal-step.withdrawal"), true),
    REOPENING(Texts.of("basvuru.legal-step.reopening"), true),
    APPEAL(Texts.of("basvuru.legal-step.appeal"), false),
    APPEAL_REQUEST(Texts.of("basvuru.legal-step.appeal-request"), false),
    APPEAL_ANSWER(Texts.of("basvuru.legal-step.appeal-answer"), false),
    APPEAL_OUTCOME(Texts.of("basvuru.legal-step.appeal-outcome"), false);

    private final String label;
    private final boolean citizensDesk;

    LegalStep(String label, boolean citizensDesk) {
        this.label = label;
        this.citizensDesk = citizensDesk;
    }

    /** The step at an address, e.g. {@code interim-answer}. */
    public static Optional<LegalStep> at(String address) {
        return Arrays.stream(values())
                .filter(step -> step.address().equals(address))
                .findFirst();
    }

    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Label of its button. */
    public String label() {
        return label;
    }

    /**
     * Whether the desk that registered the application takes it for the citizen; otherwise those responsible for 4982.
     */
    public boolean isOfCitizensDesk() {
        return citizensDesk;
    }
}

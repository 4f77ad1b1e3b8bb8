package tr.muhatap.basvuru;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.InvalidInputException;

/** A clerk takes a step of the law on a page: the same steps with the same checks as over the API, told by form fields. */
@Component
public class ClerkSteps {

    private final LegalSteps steps;
    private final BasvuruRegister register;
    private final BasvuruAccess access;

    ClerkSteps(LegalSteps steps, BasvuruRegister register, BasvuruAccess access) {
        this.steps = steps;
        this.register = register;
        this.access = access;
    }

    /**
     * Takes a step.
     *
     * @param fields the form's fields, called as the API's
     * @throws InvalidInputException naming every faulty field
     * @throws tr.muhatap.problem.RuleViolationException with the rule that forbids it
     */
    public void take(String number, LegalStep step, Map<String, String> fields) {
        var basvuru = register.get(number);
        if (step.isOfCitizensDesk()) {
            access.requireCitizensDesk(basvuru);
        } else {
            access.requireLegalSteps(basvuru);
        }
        switch (step) {
            case EXTENSION ->
                steps.extend(number, new StepRequests.Extension(fields.get("ground"), fields.get("reason")));
            case FEE ->
                steps.notifyFee(
                        number, new StepRequests.FeeNotice(decimal(fields.get("amount")), whole(fields.get("pages"))));
            case PAYMENT -> steps.pay(number, new StepRequests.Payment(fields.get("paidOn"), fields.get("receipt")));
            case INTERIM_ANSWER -> steps.answerMeanwhile(number, new StepRequests.Words(fields.get("text")));
            case COMPLETION -> steps.complete(number, new StepRequests.Words(fields.get("text")));
            case DUPLICATE_OF -> steps.join(number, new StepRequests.Joining(fields.get("number")));
            case WITHDRAWAL -> steps.withdraw(number, new StepRequests.Reason(fields.get("reason")));
            case REOPENING -> steps.reopen(number, new StepRequests.Reason(fields.get("reason")));
            case APPEAL ->
                steps.appeal(
                        number,
                        new StepRequests.Objection(
                                fields.get("filedOn"), fields.get("boardNumber"), fields.get("servedOn")));
            case APPEAL_ANSWER -> steps.answerBoard(number, new StepRequests.BoardAnswer(fields.get("answeredOn")));
            case APPEAL_OUTCOME -> steps.decideAppeal(number, new StepRequests.BoardDecision(fields.get("outcome")));
        }
    }

    /** People write a decimal comma. */
    private static @Nullable String decimal(@Nullable String typed) {
        return typed == null ? null : typed.replace(',', '.');
    }

    private static @Nullable Integer whole(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidInputException("pages", "Sayfa sayısı bir tam sayı olmalıdır.");
        }
    }
}

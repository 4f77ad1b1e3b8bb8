package tr.muhatap.steps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.BasvuruAccess;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.FeeItem;
import tr.muhatap.basvuru.LegalStep;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.text.Days;
import tr.muhatap.text.Digits;
import tr.muhatap.text.Money;

/** Legal steps taken by clerks on pages: the same steps and checks as in the API, from form fields. */
@Component
public class ClerkSteps {

    private static final Pattern ITEM = Pattern.compile("items\\[([0-9]+)]\\..*");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

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
     * @param fields form fields, named as in the API
     * @throws InvalidInputException naming every faulty field
     * @throws tr.muhatap.problem.RuleViolationException with the violated rule
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
            case FEE -> notifyFee(number, fields);
            case PAYMENT ->
                steps.pay(number, new StepRequests.Payment(day(fields.get("paidOn")), fields.get("receipt")));
            case RECEIPT ->
                steps.submitReceipt(number, new StepRequests.Payment(day(fields.get("paidOn")), fields.get("receipt")));
            case RECEIPT_CONFIRMATION ->
                steps.confirmReceipt(number, new StepRequests.ReceiptCheck(fields.get("receipt")));
            case RECEIPT_REFUSAL -> steps.refuseReceipt(number, new StepRequests.Reason(fields.get("reason")));
            case SERVICE ->
                steps.serve(
                        number,
                        new StepRequests.Service(fields.get("paper"), day(fields.get("servedOn")), fields.get("way")));
            case INTERIM_ANSWER -> steps.answerMeanwhile(number, new StepRequests.Words(fields.get("text")));
            case OPINION ->
                steps.askOpinion(
                        number,
                        new StepRequests.Opinion(
                                fields.get("kind"),
                                fields.get("body"),
                                fields.get("question"),
                                day(fields.get("askedOn"))));
            case OPINION_ANSWER ->
                steps.answerOpinion(
                        number,
                        new StepRequests.OpinionAnswer(
                                whole(fields.get("opinion")), day(fields.get("answeredOn")), fields.get("text")));
            case OPINION_WITHDRAWAL ->
                steps.withdrawOpinion(
                        number, new StepRequests.OpinionWithdrawal(whole(fields.get("opinion")), fields.get("reason")));
            case COMPLETION -> steps.complete(number, new StepRequests.Words(fields.get("text")));
            case DUPLICATE_OF -> steps.join(number, new StepRequests.Joining(fields.get("number")));
            case CONTACT_CORRECTION ->
                steps.correctContact(
                        number,
                        new StepRequests.Contact(fields.get("phone"), fields.get("email"), fields.get("address")));
            case WITHDRAWAL -> steps.withdraw(number, new StepRequests.Reason(fields.get("reason")));
            case REOPENING -> steps.reopen(number, new StepRequests.Reason(fields.get("reason")));
            case APPEAL ->
                steps.appeal(
                        number,
                        new StepRequests.Objection(
                                day(fields.get("filedOn")),
                                fields.get("boardNumber"),
                                day(fields.get("servedOn")),
                                day(fields.get("requestedOn"))));
            case APPEAL_REQUEST ->
                steps.requestOfBoard(
                        number,
                        new StepRequests.BoardRequest(day(fields.get("requestedOn")), fields.get("boardNumber")));
            case APPEAL_ANSWER ->
                steps.answerBoard(
                        number, new StepRequests.BoardAnswer(day(fields.get("answeredOn")), fields.get("boardNumber")));
            case APPEAL_OUTCOME ->
                steps.decideAppeal(
                        number, new StepRequests.BoardDecision(fields.get("outcome"), fields.get("boardNumber")));
        }
    }

    /** Converts a date to ISO; an invalid one is passed on and refused. */
    private static @Nullable String day(@Nullable String typed) {
        return typed == null ? null : Days.parse(typed).map(LocalDate::toString).orElse(typed);
    }

    /** Converts a Turkish decimal; an invalid one is passed on and refused. */
    private static String decimal(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .flatMap(Money::turkish)
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    private void notifyFee(String number, Map<String, String> fields) {
        var items = items(fields);
        try {
            steps.notifyFee(
                    number,
                    new StepRequests.FeeNotice(amount(fields.get("amount")), whole(fields.get("pages")), items));
        } catch (InvalidInputException faulty) {
            throw new InvalidInputException(faulty.errors().stream()
                    .map(error -> new FieldError(asTyped(error.field(), items), error.message()))
                    .toList());
        }
    }

    /** Form field of the API's {@code items[0].count}. */
    private static String asTyped(String field, List<StepRequests.FeeItemCount> items) {
        var index = ITEM.matcher(field);
        return index.matches()
                ? "item-" + items.get(Integer.parseInt(index.group(1))).item()
                : field;
    }

    /** An empty amount is computed from the tariff. */
    private static @Nullable String amount(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : decimal(typed);
    }

    /** Counts of items other than pages, in fields named {@code item-CD}; empty ones and zeros are ignored. */
    private static List<StepRequests.FeeItemCount> items(Map<String, String> fields) {
        return Arrays.stream(FeeItem.values())
                .map(item -> new StepRequests.FeeItemCount(item.name(), count(fields.get("item-" + item.name()))))
                .filter(given -> given.count() == null || given.count() != 0)
                .toList();
    }

    /** An invalid number is refused. */
    private static @Nullable Integer count(@Nullable String typed) {
        return typed == null || typed.isBlank() ? Integer.valueOf(0) : whole(typed);
    }

    private static @Nullable Integer whole(@Nullable String typed) {
        String digits = typed == null ? "" : Digits.joined(typed);
        return WHOLE.matcher(digits).matches() ? Integer.valueOf(digits) : null;
    }
}

package tr.muhatap.attachment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.takip.CitizenSteps;

/**
 * Completion of an application, or submission of a receipt, together with files: both or neither. Permission is checked
 * before the files, so that no file is processed for a stranger and a refused file can be sent again.
 */
@Component
public class Completions {

    private final CitizenSteps steps;
    private final Attachments attachments;
    private final TransactionTemplate transaction;

    Completions(CitizenSteps steps, Attachments attachments, TransactionTemplate transaction) {
        this.steps = steps;
        this.attachments = attachments;
        this.transaction = transaction;
    }

    /**
     * Submits the receipt of a notified fee, optionally with a picture.
     *
     * @throws tr.muhatap.problem.NotFoundException for an unknown number or a wrong code
     * @throws tr.muhatap.problem.RuleViolationException if no receipt is awaited
     * @throws tr.muhatap.problem.InvalidInputException naming every fault
     */
    public void submitReceipt(
            String number, String code, @Nullable String paidOn, @Nullable String receipt, List<Upload> uploads) {
        var basvuru = steps.payable(number, code);
        var accepted = attachments.accept(uploads);
        transaction.executeWithoutResult(tx -> {
            steps.submitReceipt(number, code, paidOn, receipt);
            attachments.addFromCitizen(basvuru.number(), accepted);
        });
    }

    /**
     * @throws tr.muhatap.problem.NotFoundException for an unknown number or a wrong code
     * @throws tr.muhatap.problem.RuleViolationException if no completion is awaited
     * @throws tr.muhatap.problem.InvalidInputException naming every refused file
     */
    public void complete(String number, String code, @Nullable String words, List<Upload> uploads) {
        var basvuru = steps.completable(number, code);
        var accepted = attachments.accept(uploads);
        transaction.executeWithoutResult(tx -> {
            steps.complete(number, code, words);
            attachments.addFromCitizen(basvuru.number(), accepted);
        });
    }
}

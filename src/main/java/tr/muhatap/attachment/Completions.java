package tr.muhatap.attachment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.takip.CitizenSteps;

/**
 * A citizen completes what lacked, or submits a receipt, with files: both or neither. Whether he may is asked first, then the files, so that
 * nobody's file is looked at who has no application here, and a refused file can be sent again.
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
     * The receipt of a notified fee, with its picture where there is one.
     *
     * @throws tr.muhatap.problem.NotFoundException for an unknown number and a wrong code
     * @throws tr.muhatap.problem.RuleViolationException where no receipt is waited for
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
     * @throws tr.muhatap.problem.NotFoundException for an unknown number and a wrong code
     * @throws tr.muhatap.problem.RuleViolationException where nothing is waited for
     * @throws tr.muhatap.problem.InvalidInputException naming every file that is not taken
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

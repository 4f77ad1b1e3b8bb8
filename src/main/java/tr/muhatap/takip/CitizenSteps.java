package tr.muhatap.takip;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.rate.RateLimits;
import tr.muhatap.steps.LegalSteps;
import tr.muhatap.steps.StepRequests;
import tr.muhatap.text.Texts;

/**
 * Steps of citizens with number and tracking code. A wrong code and an unknown number are refused alike, with {@link
 * NotFoundException}.
 */
@Component
public class CitizenSteps {

    private final Tracking tracking;
    private final BasvuruRegister register;
    private final LegalSteps steps;
    private final RateLimits limits;

    CitizenSteps(Tracking tracking, BasvuruRegister register, LegalSteps steps, RateLimits limits) {
        this.register = register;
        this.limits = limits;
        this.tracking = tracking;
        this.steps = steps;
    }

    public void withdraw(String number, String code, @Nullable String reason) {
        steps.withdrawAsCitizen(owned(number, code), new StepRequests.Reason(reason));
    }

    public void reopen(String number, String code, @Nullable String reason) {
        steps.reopenAsCitizen(owned(number, code), new StepRequests.Reason(reason));
    }

    /**
     * The application that awaits a completion; checked before the content is processed.
     *
     * @throws tr.muhatap.problem.RuleViolationException if no completion is awaited
     */
    public Basvuru completable(String number, String code) {
        var basvuru = tracking.find(number, code).orElseThrow(CitizenSteps::unknown);
        basvuru.requireCompletable();
        return basvuru;
    }

    public void complete(String number, String code, @Nullable String text) {
        steps.completeAsCitizen(owned(number, code), new StepRequests.Words(text));
    }

    /**
     * The application that awaits proof of payment; checked before its file is processed.
     *
     * @throws tr.muhatap.problem.RuleViolationException if none is awaited
     */
    public Basvuru payable(String number, String code) {
        var basvuru = tracking.find(number, code).orElseThrow(CitizenSteps::unknown);
        register.requireReceiptAwaited(basvuru);
        return basvuru;
    }

    /** Submits proof of payment within the period to pay (Yönetmelik md. 22). */
    public void submitReceipt(String number, String code, @Nullable String paidOn, @Nullable String receipt) {
        steps.submitReceiptAsCitizen(owned(number, code), new StepRequests.Payment(paidOn, receipt));
    }

    /**
     * Files a recourse at the first, then the second place.
     *
     * @param ground name of a {@link MuracaatGround}
     */
    public void recourse(String number, String code, @Nullable String ground, @Nullable String text) {
        steps.fileRecourse(owned(number, code), new StepRequests.Recourse(ground, text));
    }

    private String owned(String number, String code) {
        var basvuru = tracking.find(number, code).orElseThrow(CitizenSteps::unknown);
        limits.requireRecipients(
                basvuru.applicant().email(), basvuru.applicant().phone());
        return basvuru.number();
    }

    private static NotFoundException unknown() {
        return new NotFoundException(Texts.of("takip.citizen-steps.bu-numara-ve-takip-koduyla"));
    }
}

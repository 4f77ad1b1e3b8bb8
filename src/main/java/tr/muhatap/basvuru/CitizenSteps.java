package tr.muhatap.basvuru;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.NotFoundException;

/**
 * What a citizen may do with number and code. A wrong code and an unknown number are refused alike, with
 * {@link NotFoundException}.
 */
@Component
public class CitizenSteps {

    private final Tracking tracking;
    private final LegalSteps steps;

    CitizenSteps(Tracking tracking, LegalSteps steps) {
        this.tracking = tracking;
        this.steps = steps;
    }

    public void withdraw(String number, String code, @Nullable String reason) {
        steps.withdrawAsCitizen(owned(number, code), new StepRequests.Reason(reason));
    }

    public void reopen(String number, String code, @Nullable String reason) {
        steps.reopenAsCitizen(owned(number, code), new StepRequests.Reason(reason));
    }

    public void complete(String number, String code, @Nullable String text) {
        steps.completeAsCitizen(owned(number, code), new StepRequests.Words(text));
    }

    /**
     * Turns to the first, then the second place of recourse.
     *
     * @param ground name of a {@link MuracaatGround}
     */
    public void recourse(String number, String code, @Nullable String ground, @Nullable String text) {
        steps.fileRecourse(owned(number, code), new StepRequests.Recourse(ground, text));
    }

    private String owned(String number, String code) {
        return tracking.find(number, code)
                .map(Basvuru::number)
                .orElseThrow(() -> new NotFoundException("Bu numara ve takip koduyla bir başvuru bulunamadı."));
    }
}

package tr.muhatap.basvuru;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings where the law leaves a number or a choice to the office.
 *
 * @param feeRestart which limit runs after a payment; 4982 does not say
 * @param freePages number of free pages
 * @param incompleteDays calendar days for an applicant to complete a defective application outside 4982
 * @param reopeningDays calendar days after closing within which an application can be reopened
 * @param recourseDays calendar days for each place of recourse to answer; 30 is the maximum of 3071 md. 7
 * @param returnsToManager number of the return (iade) from which routing is escalated to the manager
 * @param postDays working days before the end of the limit from which an extension by post is announced
 */
@Validated
@ConfigurationProperties("muhatap.rules")
public record RuleSettings(
        @DefaultValue("FRESH") FeeRestart feeRestart,
        @Min(0) @DefaultValue("10") int freePages,
        @Min(1) @DefaultValue("7") int incompleteDays,
        @Min(1) @DefaultValue("30") int reopeningDays,
        @Min(1) @Max(100) @DefaultValue("3") int returnsToManager,
        @Min(1) @Max(30) @DefaultValue("15") int recourseDays,
        @Min(1) @Max(14) @DefaultValue("5") int postDays) {

    enum FeeRestart {
        /** The whole limit runs again from the day after payment. */
        FRESH,
        /** What was left when the notice interrupted the limit. */
        REMAINING
    }
}

package tr.muhatap.basvuru;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the law leaves a number or a choice to the office.
 *
 * @param feeRestart what runs after a fee was paid; 4982 does not say
 * @param freePages pages that are given without a fee
 * @param incompleteDays calendar days that an applicant has to complete a defective application outside 4982
 * @param reopeningDays calendar days after closing within which an application can be reopened
 * @param recourseDays calendar days that each place of recourse has to answer; 30 is the ceiling of 3071 md. 7
 * @param returnsToManager number of the return (iade) from which on the routing is the manager's
 * @param postDays working days before the limit ends from which on an extension that would go by post is pointed out
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
        /** What was left when the notice cut the limit. */
        REMAINING
    }
}

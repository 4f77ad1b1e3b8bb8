package tr.muhatap.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How days are counted where the law leaves it to the office.
 *
 * @param rollLastDay a limit in calendar days whose last day is a Saturday, Sunday or holiday ends on the next
 *     working day (2577 md. 8/2, by analogy)
 * @param halfDayCounts a half day is a working day and a valid last day of the office's periods; the earlier, safer
 *     date
 * @param leaveMoves a day of administrative leave moves the office's limits as a holiday does; Danıştay is split
 * @param citizenHalfDayCounts the same as {@code halfDayCounts} for the periods of citizens; the later, safer date
 * @param citizenLeaveMoves the same as {@code leaveMoves} for the periods of citizens
 */
@Validated
@ConfigurationProperties("muhatap.deadline")
public record CountingRules(
        @DefaultValue("true") boolean rollLastDay,
        @DefaultValue("true") boolean halfDayCounts,
        @DefaultValue("false") boolean leaveMoves,
        @DefaultValue("false") boolean citizenHalfDayCounts,
        @DefaultValue("true") boolean citizenLeaveMoves) {

    /** The default rules. */
    public static final CountingRules DEFAULT = new CountingRules(true, true, false, false, true);

    /** Whether a half day counts in a period, and may end it. */
    public boolean halfDayCounts(PeriodOf whose) {
        return whose == PeriodOf.CITIZEN ? citizenHalfDayCounts : halfDayCounts;
    }

    /** Whether a day of administrative leave is skipped in a period. */
    public boolean leaveMoves(PeriodOf whose) {
        return whose == PeriodOf.CITIZEN ? citizenLeaveMoves : leaveMoves;
    }
}

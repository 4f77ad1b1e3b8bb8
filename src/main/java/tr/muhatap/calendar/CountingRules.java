package tr.muhatap.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the office counts days where the law leaves it open.
 *
 * @param rollLastDay a limit in calendar days whose last day is a Saturday, Sunday or holiday ends on the next working day
 *     (2577 md. 8/2, by analogy)
 * @param halfDayCounts a half day is a working day and a valid last day; the earlier, safer date
 * @param leaveMoves a day of administrative leave moves a limit as a holiday does; Danıştay is split
 */
@Validated
@ConfigurationProperties("muhatap.deadline")
public record CountingRules(
        @DefaultValue("true") boolean rollLastDay,
        @DefaultValue("true") boolean halfDayCounts,
        @DefaultValue("false") boolean leaveMoves) {

    /** The rules as they stand where nothing is set. */
    public static final CountingRules DEFAULT = new CountingRules(true, true, false);
}

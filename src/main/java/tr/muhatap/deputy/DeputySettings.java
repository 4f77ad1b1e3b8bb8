package tr.muhatap.deputy;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tasks that somebody took and does not touch.
 *
 * @param askAfter how long until their holder is asked
 * @param giveBackAfter how long after that they come back to their group
 * @param sweep how often that is looked for
 */
@Validated
@ConfigurationProperties("muhatap.deputy")
record DeputySettings(
        @DurationMin(hours = 1) @DefaultValue("5d") Duration askAfter,
        @DurationMin(hours = 1) @DefaultValue("2d") Duration giveBackAfter,
        @DurationMin(millis = 1) @DefaultValue("10m") Duration sweep) {}

package tr.muhatap.rate;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Hourly limits for anonymous clients, and for guesses of signed-in users.
 *
 * @param perAddress requests from one network address
 * @param perRecipient messages to one e-mail address or telephone number
 * @param wrongCodes wrong tracking codes, and wrong secrets of telephone systems, from one network address
 * @param wrongFacts wrong second facts at the intake desk by one clerk
 * @param wrongFactsOfPerson wrong second facts about one person by all clerks
 * @param lookUps persons searched by one clerk at the intake desk
 */
@Validated
@ConfigurationProperties("muhatap.rate")
record RateSettings(
        @Min(1) @DefaultValue("60") int perAddress,
        @Min(1) @DefaultValue("10") int perRecipient,
        @Min(1) @DefaultValue("20") int wrongCodes,
        @Min(1) @DefaultValue("20") int wrongFacts,
        @Min(1) @DefaultValue("5") int wrongFactsOfPerson,
        @Min(1) @DefaultValue("200") int lookUps) {}

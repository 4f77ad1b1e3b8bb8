package tr.muhatap.rate;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much an hour takes from people who have not signed in, and of guesses from those who have.
 *
 * @param perAddress requests from one address of the network
 * @param perRecipient messages that they can cause to one e-mail address or telephone
 * @param wrongCodes wrong tracking codes, and wrong secrets of telephone systems, from one address of the network
 * @param wrongFacts second facts at the intake desk that were not the person's, from one clerk
 * @param wrongFactsOfPerson the same about one person, from all clerks
 * @param lookUps persons whom one clerk looks for at the intake desk
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

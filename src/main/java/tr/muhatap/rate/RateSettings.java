package tr.muhatap.rate;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much an hour takes from people who have not signed in.
 *
 * @param perAddress requests from one address of the network
 * @param perRecipient messages that they can cause to one e-mail address or telephone
 * @param wrongCodes wrong tracking codes from one address of the network
 */
@Validated
@ConfigurationProperties("muhatap.rate")
record RateSettings(
        @Min(1) @DefaultValue("60") int perAddress,
        @Min(1) @DefaultValue("10") int perRecipient,
        @Min(1) @DefaultValue("20") int wrongCodes) {}

package tr.muhatap.intake.cagri;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Supported telephone systems.
 *
 * @param systems by name: verimor, bulutfon, hipcall, alotech, netgsm; others have to sign in
 * @param shown how long a ringing call is shown without a further event
 * @param kept retention of calls
 */
@Validated
@ConfigurationProperties("muhatap.calls")
public record CallSettings(
        @DefaultValue Map<String, Door> systems,
        @DurationMin(seconds = 1) @DefaultValue("10m") Duration shown,
        @DurationMin(days = 1) @DefaultValue("365d") Duration kept) {

    private static final int SHORTEST = 20;

    /**
     * Access for one system.
     *
     * @param secret in the address as {@code anahtar}; empty: none, the system signs in
     * @param addresses allowed source addresses or networks (10.1.2.0/24); empty: all
     */
    public record Door(
            @DefaultValue("") String secret, @DefaultValue List<String> addresses) {

        public Door {
            if (!secret.isEmpty() && secret.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "muhatap.calls.systems.….secret needs at least " + SHORTEST + " characters");
            }
        }

        /** Omits the secret. */
        @Override
        public String toString() {
            return "Door" + addresses;
        }
    }
}

package tr.muhatap.intake.cagri;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Telephone systems whose events are taken.
 *
 * @param systems by their names: verimor, bulutfon, hipcall, alotech, netgsm; one that is not named needs a sign-in
 * @param shown how long a call that rings is shown at the desk where no further event comes
 * @param kept how long calls are kept
 */
@Validated
@ConfigurationProperties("muhatap.calls")
public record CallSettings(
        @DefaultValue Map<String, Door> systems,
        @DurationMin(seconds = 1) @DefaultValue("10m") Duration shown,
        @DurationMin(days = 1) @DefaultValue("365d") Duration kept) {

    private static final int SHORTEST = 20;

    /**
     * One system's door.
     *
     * @param secret in the address as {@code anahtar}; empty: none, the system signs in
     * @param addresses from which events are taken, as addresses or networks (10.1.2.0/24); empty: from everywhere
     */
    public record Door(
            @DefaultValue("") String secret, @DefaultValue List<String> addresses) {

        public Door {
            if (!secret.isEmpty() && secret.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "muhatap.calls.systems.….secret needs at least " + SHORTEST + " characters");
            }
        }

        /** Without what opens it. */
        @Override
        public String toString() {
            return "Door" + addresses;
        }
    }
}

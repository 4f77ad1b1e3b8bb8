package tr.muhatap.rate;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tr.muhatap.problem.TooManyRequestsException;

/**
 * Buckets of an hour for those who have not signed in. They live in the memory of this node: a balanced office grants
 * as much on each of its nodes. The fullest table of buckets forgets whoever knocked longest ago.
 */
@Component
public class RateLimits {

    /** Looks at published figures for each other request. */
    private static final int READINGS = 10;

    static final String EXCEEDED = RateLimits.class.getName() + ".exceeded";

    private final RateSettings settings;
    private final Buckets addresses;
    private final Buckets recipients;
    private final Buckets guesses;
    private final Buckets readings;
    private final Buckets secrets;

    RateLimits(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.addresses = new Buckets(time);
        this.recipients = new Buckets(time);
        this.guesses = new Buckets(time);
        this.readings = new Buckets(time);
        this.secrets = new Buckets(time);
    }

    /**
     * Counts messages that a stranger is about to cause.
     *
     * @param recipients e-mail addresses and telephone numbers; null if there is none
     * @throws TooManyRequestsException if one of them got as many as an hour takes
     */
    public void requireRecipients(@Nullable String... recipients) {
        for (var recipient : recipients) {
            if (recipient != null && !recipient.isBlank()) {
                this.recipients
                        .take(recipient.strip().toLowerCase(Locale.ROOT), settings.perRecipient())
                        .ifPresent(wait -> {
                            throw new TooManyRequestsException(wait);
                        });
            }
        }
    }

    /**
     * For pages that answer themselves, so that what was typed stays.
     *
     * @throws TooManyRequestsException if too many requests came from the current one's address
     */
    public void requireAddress(HttpServletRequest request) {
        if (request.getAttribute(EXCEEDED) instanceof TooManyRequestsException tooMany) {
            throw tooMany;
        }
    }

    /** Counts a wrong tracking code for whoever sent the current request. */
    public void wrongCode() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            guesses.take(NetworkAddress.of(current.getRequest().getRemoteAddr()), settings.wrongCodes());
        }
    }

    /**
     * Counts a secret of a telephone system that was wrong.
     *
     * @throws TooManyRequestsException if too many came from this address
     */
    public void requireSecrets(String address) {
        secrets.take(NetworkAddress.of(address), settings.wrongCodes()).ifPresent(wait -> {
            throw new TooManyRequestsException(wait);
        });
    }

    /** Counts a request; how long its sender has to wait, where too many came. */
    Optional<Duration> request(String address) {
        return addresses.take(NetworkAddress.of(address), settings.perAddress());
    }

    /** Counts a look at published figures, of which an hour takes more: they cost little and cause nothing. */
    Optional<Duration> reading(String address) {
        return readings.take(
                NetworkAddress.of(address), (int) Math.min(Integer.MAX_VALUE, (long) settings.perAddress() * READINGS));
    }

    /** How long an address has to wait before it may try a code again. */
    Optional<Duration> guess(String address) {
        return guesses.waitFor(NetworkAddress.of(address));
    }
}

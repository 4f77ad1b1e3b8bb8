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
 * Token buckets per hour for anonymous clients, in memory: behind a load balancer each node allows the full rate. The
 * number of keys is bounded; the least recently used are evicted.
 */
@Component
public class RateLimits {

    /** Number of reads of published figures that count as one request. */
    private static final int READINGS = 10;

    static final String EXCEEDED = RateLimits.class.getName() + ".exceeded";

    private final RateSettings settings;
    private final Buckets addresses;
    private final Buckets recipients;
    private final Buckets guesses;
    private final Buckets readings;
    private final Buckets secrets;
    private final Buckets keys;

    RateLimits(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.addresses = new Buckets(time);
        this.recipients = new Buckets(time);
        this.guesses = new Buckets(time);
        this.readings = new Buckets(time);
        this.secrets = new Buckets(time);
        this.keys = new Buckets(time);
    }

    /**
     * Counts messages that an anonymous client is about to cause.
     *
     * @param recipients e-mail addresses and telephone numbers; null elements are ignored
     * @throws TooManyRequestsException if one of them exceeds the hourly limit
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
     * For pages that handle the limit themselves, so that the user's input is kept.
     *
     * @throws TooManyRequestsException if the request's address exceeds the limit
     */
    public void requireAddress(HttpServletRequest request) {
        if (request.getAttribute(EXCEEDED) instanceof TooManyRequestsException tooMany) {
            throw tooMany;
        }
    }

    /** Counts a wrong tracking code for the current request's address. */
    public void wrongCode() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            guesses.take(NetworkAddress.of(current.getRequest().getRemoteAddr()), settings.wrongCodes());
        }
    }

    /**
     * Counts a wrong secret of a telephone system, or a wrong or missing API key.
     *
     * @throws TooManyRequestsException if the address exceeds the limit
     */
    public void requireSecrets(String address) {
        secrets.take(NetworkAddress.of(address), settings.wrongCodes()).ifPresent(wait -> {
            throw new TooManyRequestsException(wait);
        });
    }

    /** Time to wait before an address may bring a secret again. */
    Optional<Duration> secret(String address) {
        return secrets.waitFor(NetworkAddress.of(address));
    }

    /**
     * Counts a request with an API key. The limit is higher than that of a citizen, since a client acts for many.
     *
     * @throws TooManyRequestsException if the client exceeds the limit
     */
    public void requireClient(String client) {
        keys.take(client, forMany()).ifPresent(wait -> {
            throw new TooManyRequestsException(wait);
        });
    }

    private int forMany() {
        return (int) Math.min(Integer.MAX_VALUE, (long) settings.perAddress() * READINGS);
    }

    /** Counts a request; returns the time to wait if the limit is exceeded. */
    Optional<Duration> request(String address) {
        return addresses.take(NetworkAddress.of(address), settings.perAddress());
    }

    /** Counts a read of published figures, with a higher limit since it is cheap. */
    Optional<Duration> reading(String address) {
        return readings.take(NetworkAddress.of(address), forMany());
    }

    /** Time to wait before an address may try a code again. */
    Optional<Duration> guess(String address) {
        return guesses.waitFor(NetworkAddress.of(address));
    }
}

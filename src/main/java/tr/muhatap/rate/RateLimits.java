package tr.muhatap.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tr.muhatap.problem.TooManyRequestsException;

/**
 * Buckets of an hour for those who have not signed in. They live in the memory of this node: a balanced office grants as much
 * on each of its nodes. The fullest table of buckets forgets whoever knocked longest ago.
 */
@Component
public class RateLimits {

    static final String EXCEEDED = RateLimits.class.getName() + ".exceeded";

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_BUCKETS = 100_000;

    private final RateSettings settings;
    private final TimeMeter time;
    private final Cache<String, Bucket> addresses = buckets();
    private final Cache<String, Bucket> recipients = buckets();
    private final Cache<String, Bucket> guesses = buckets();

    RateLimits(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
    }

    /**
     * Counts messages that a stranger is about to cause.
     *
     * @param recipients e-mail addresses and telephone numbers; null where there is none
     * @throws TooManyRequestsException where one of them got as many as an hour takes
     */
    public void requireRecipients(@Nullable String... recipients) {
        for (var recipient : recipients) {
            if (recipient != null && !recipient.isBlank()) {
                take(this.recipients, recipient.strip().toLowerCase(Locale.ROOT), settings.perRecipient())
                        .ifPresent(wait -> {
                            throw new TooManyRequestsException(wait);
                        });
            }
        }
    }

    /**
     * For pages that answer themselves, so that what was typed stays.
     *
     * @throws TooManyRequestsException where too many requests came from the current one's address
     */
    public void requireAddress(HttpServletRequest request) {
        if (request.getAttribute(EXCEEDED) instanceof TooManyRequestsException tooMany) {
            throw tooMany;
        }
    }

    /** Counts a wrong tracking code for whoever sent the current request. */
    public void wrongCode() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            take(guesses, NetworkAddress.of(current.getRequest().getRemoteAddr()), settings.wrongCodes());
        }
    }

    /** Counts a request; how long its sender has to wait, where too many came. */
    Optional<Duration> request(String address) {
        return take(addresses, NetworkAddress.of(address), settings.perAddress());
    }

    /** How long an address has to wait before it may try a code again. */
    Optional<Duration> guess(String address) {
        var bucket = guesses.getIfPresent(NetworkAddress.of(address));
        if (bucket == null) {
            return Optional.empty();
        }
        var estimate = bucket.estimateAbilityToConsume(1);
        return estimate.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    private Optional<Duration> take(Cache<String, Bucket> buckets, String key, int anHour) {
        var bucket = Objects.requireNonNull(buckets.get(key, unknown -> bucket(anHour)));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(int anHour) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(WINDOW)
                .build();
    }
}

package tr.muhatap.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Token buckets per hour, by key, with an upper bound on keys: the least recently used are evicted. */
final class Buckets {

    static final Duration WINDOW = Duration.ofHours(1);
    static final int MOST = 100_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(WINDOW).build();

    Buckets(TimeMeter time) {
        this.time = time;
    }

    /** Consumes a token; returns the time to wait if there is none. */
    Optional<Duration> take(String key, int anHour) {
        var bucket = Objects.requireNonNull(buckets.get(key, unknown -> bucket(anHour)));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void giveBack(String key) {
        var bucket = buckets.getIfPresent(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** Time to wait until a token is available. */
    Optional<Duration> waitFor(String key) {
        var bucket = buckets.getIfPresent(key);
        if (bucket == null) {
            return Optional.empty();
        }
        var estimate = bucket.estimateAbilityToConsume(1);
        return estimate.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    private Bucket bucket(int anHour) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}

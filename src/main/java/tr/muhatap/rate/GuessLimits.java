package tr.muhatap.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.TooManyRequestsException;

/**
 * Limits guessing by signed-in users: which persons a clerk searches for, and with which facts. Correct facts and
 * repetitions are free, so that only systematic guessing is limited. Per node and hour, in memory.
 */
@Component
public class GuessLimits {

    private final RateSettings settings;
    private final Buckets clerks;
    private final Buckets persons;
    private final Buckets lookUps;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(Buckets.MOST)
            .expireAfterWrite(Buckets.WINDOW)
            .build();

    GuessLimits(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.clerks = new Buckets(time);
        this.persons = new Buckets(time);
        this.lookUps = new Buckets(time);
    }

    /**
     * Checks a stated fact about a person.
     *
     * @param isRight compares it; not called if the clerk, or all clerks together for this person, exceeded the
     *     limit
     * @return whether it is right
     * @throws TooManyRequestsException if the limit is exceeded
     */
    public boolean tryFact(String clerk, String person, String fact, BooleanSupplier isRight) {
        String guess = clerk + '\n' + person + '\n' + fact;
        if (known.getIfPresent(guess) != null) {
            return isRight.getAsBoolean();
        }
        require(clerks.take(clerk, settings.wrongFacts()));
        var wait = persons.take(person, settings.wrongFactsOfPerson());
        if (wait.isPresent()) {
            clerks.giveBack(clerk);
            require(wait);
        }
        if (isRight.getAsBoolean()) {
            clerks.giveBack(clerk);
            persons.giveBack(person);
            return true;
        }
        known.put(guess, true);
        return false;
    }

    /** @throws TooManyRequestsException if the clerk searched for too many persons */
    public void requireLookUp(String clerk, String person) {
        String lookUp = clerk + '\n' + person;
        if (known.getIfPresent(lookUp) == null) {
            require(lookUps.take(clerk, settings.lookUps()));
            known.put(lookUp, true);
        }
    }

    private static void require(Optional<Duration> wait) {
        wait.ifPresent(tooLong -> {
            throw new TooManyRequestsException(tooLong);
        });
    }
}

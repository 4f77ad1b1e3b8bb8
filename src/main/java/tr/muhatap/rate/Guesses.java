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
 * Guesses of those who have signed in: whom a clerk looks for, and by which facts. A fact that is right costs nothing,
 * and the same one again neither, so that only trying one after the other is slow. In the memory of this node, an hour.
 */
@Component
public class Guesses {

    private final RateSettings settings;
    private final Buckets clerks;
    private final Buckets persons;
    private final Buckets lookUps;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(Buckets.MOST)
            .expireAfterWrite(Buckets.WINDOW)
            .build();

    Guesses(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.clerks = new Buckets(time);
        this.persons = new Buckets(time);
        this.lookUps = new Buckets(time);
    }

    /**
     * Tries a fact that somebody says of a person.
     *
     * @param isRight compares it; not called where the clerk, or all clerks with this person, tried too many
     * @return what came of it
     * @throws TooManyRequestsException if it may not be tried now
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

    /** @throws TooManyRequestsException if the clerk looked for too many */
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

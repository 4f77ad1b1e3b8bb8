package tr.muhatap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tr.muhatap.problem.TooManyRequestsException;

class GuessLimitsTest {

    private static final int OF_A_CLERK = 3;
    private static final int OF_A_PERSON = 2;
    private static final int LOOK_UPS = 4;

    private long nanos;
    private final GuessLimits guesses =
            new GuessLimits(new RateSettings(1, 1, 1, OF_A_CLERK, OF_A_PERSON, LOOK_UPS), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos;
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void aPersonIsGuessedAtByAllClerksTogether() {
        assertThat(isRight("masa", "ayşe", "1")).isFalse();
        assertThat(isRight("operator", "ayşe", "2")).isFalse();

        assertThatThrownBy(() -> isRight("bilgi", "ayşe", "doğru")).isInstanceOf(TooManyRequestsException.class);
        assertThat(isRight("bilgi", "ali", "doğru")).isTrue();
        nanos += Duration.ofMinutes(30).toNanos();
        assertThat(isRight("bilgi", "ayşe", "doğru")).isTrue();
    }

    @Test
    void aClerkGuessesAtAllPersonsTogether() {
        for (var person : new String[] {"a", "b", "c"}) {
            assertThat(isRight("masa", person, "1")).isFalse();
        }

        assertThatThrownBy(() -> isRight("masa", "d", "doğru")).isInstanceOf(TooManyRequestsException.class);
        assertThat(isRight("operator", "d", "doğru"))
                .as("the person is none the worse")
                .isTrue();
    }

    @Test
    void whatIsRightOrSaidAgainCostsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(isRight("masa", "ayşe", "doğru")).isTrue();
            assertThat(isRight("masa", "ayşe", "1")).isFalse();
        }
    }

    @Test
    void aClerkLooksForSoManyPersonsAnHour() {
        for (int i = 0; i < LOOK_UPS; i++) {
            guesses.requireLookUp("masa", "0533000000" + i);
        }

        assertThatThrownBy(() -> guesses.requireLookUp("masa", "another")).isInstanceOf(TooManyRequestsException.class);
        assertThatCode(() -> guesses.requireLookUp("masa", "05330000001")).doesNotThrowAnyException();
        assertThatCode(() -> guesses.requireLookUp("operator", "another")).doesNotThrowAnyException();
    }

    private boolean isRight(String clerk, String person, String fact) {
        return guesses.tryFact(clerk, person, fact, () -> fact.equals("doğru"));
    }
}

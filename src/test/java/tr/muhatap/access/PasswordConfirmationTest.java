package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tr.muhatap.problem.TooManyRequestsException;

class PasswordConfirmationTest {

    private static final int MOST = 3;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            "jdbc:h2:mem:password_tries_" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1"));
    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T07:00:00Z"), ZoneOffset.UTC);
    private final AccessSettings settings = new AccessSettings(
            false, MOST, 0, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(12), 1, Duration.ofDays(1));
    private final SignInThrottle throttle = new SignInThrottle(settings, jdbc, clock);
    private final PasswordConfirmation tries =
            new PasswordConfirmation(throttle, new SecurityLog(jdbc, clock, settings));

    @BeforeEach
    void tables() {
        jdbc.sql("create table sign_in_failure (who varchar(100) primary key, failures int, "
                        + "until_at timestamp with time zone)")
                .update();
        jdbc.sql("create table guvenlik_olayi (id bigint generated always as identity, at timestamp with time zone, "
                        + "action varchar(40), actor varchar(64), subject varchar(64), group_id varchar(64), "
                        + "address varchar(64))")
                .update();
    }

    @Test
    void guessingEndsAfterAFewTriesAlsoForTheRightPassword() {
        for (int count = 0; count < MOST; count++) {
            assertThat(tries.isRight("hülya", () -> false)).isFalse();
        }

        assertThatThrownBy(() -> tries.isRight("hülya", () -> true)).isInstanceOf(TooManyRequestsException.class);
        assertThatThrownBy(() -> throttle.check("hülya", "")).isInstanceOf(TooManyFailuresException.class);
        assertThat(tries.isRight("ilker", () -> true)).isTrue();
        assertThat(jdbc.sql("select action from guvenlik_olayi where subject = 'hülya' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("GIRIS_HATASI", "GIRIS_HATASI", "GIRIS_HATASI", "BEKLETME");
    }

    @Test
    void whatTheSignInCountedCountsHereAndIsForgivenByTheRightPassword() {
        throttle.failed("hülya", "");
        throttle.failed("hülya", "");

        assertThat(tries.isRight("hülya", () -> true)).isTrue();

        assertThat(tries.isRight("hülya", () -> false)).isFalse();
        assertThat(tries.isRight("hülya", () -> true)).isTrue();
    }
}

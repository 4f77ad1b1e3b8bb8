package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

class PasswordAuthenticationProviderTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-05-18T07:00:00Z");
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int CALLERS = 16;

    private final DriverManagerDataSource database = new DriverManagerDataSource(
            "jdbc:h2:mem:engine_users_" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AtomicInteger hashes = new AtomicInteger();
    private final CountDownLatch hashing = new CountDownLatch(1);
    private final UserDirectory directory = mock(UserDirectory.class);
    private final AccessSettings settings =
            new AccessSettings(false, 0, 0, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(12), 1, KEPT);
    private long nanos;
    private final Accounts accounts = new Accounts(jdbc, clock, () -> nanos);
    private final PasswordAuthenticationProvider users = new PasswordAuthenticationProvider(
            directory,
            accounts,
            new SignInThrottle(settings, jdbc, clock),
            new SecurityLog(jdbc, clock, settings),
            settings);

    @BeforeEach
    void twoClerks() {
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, pwd_ varchar(255), salt_ varchar(255), "
                        + "first_ varchar(255), last_ varchar(255), "
                        + "lock_exp_time_ timestamp)")
                .update();
        jdbc.sql("create table act_id_membership (user_id_ varchar(64), group_id_ varchar(64))")
                .update();
        jdbc.sql("create table guvenlik_olayi (id bigint generated always as identity, at timestamp with time zone, "
                        + "action varchar(40), actor varchar(64), subject varchar(64), group_id varchar(64), "
                        + "address varchar(64))")
                .update();
        for (var name : List.of("hülya", "ilker")) {
            jdbc.sql("insert into act_id_user values (?, 'hash', 'salt', null, null, null)")
                    .params(name)
                    .update();
            jdbc.sql("insert into act_id_membership values (?, 'beyaz-masa')")
                    .params(name)
                    .update();
        }
        when(directory.checkPassword(anyString(), anyString())).thenAnswer(call -> {
            hashes.incrementAndGet();
            assertThat(hashing.await(30, TimeUnit.SECONDS)).isTrue();
            return "doğru".equals(call.getArgument(1));
        });
    }

    @Test
    void whoeverComesWithOnePairWaitsForOneHash() throws Exception {
        assertThat(together("hülya", "doğru")).hasSize(CALLERS).allMatch(result -> result.equals("[beyaz-masa]"));
        assertThat(hashes).hasValue(1);
    }

    @Test
    void aWrongPairIsHashedOnceForAllWhoTryItAtOnce() throws Exception {
        assertThat(together("hülya", "yanlış"))
                .hasSize(CALLERS)
                .allMatch(result -> result.equals("BadCredentialsException"));
        assertThat(hashes).hasValue(1);
    }

    @Test
    void anEndedEntryIsHashedOnceAgain() throws Exception {
        together("hülya", "doğru");
        jdbc.sql("update act_id_user set pwd_ = 'another hash' where id_ = 'hülya'")
                .update();
        nanos += Accounts.REMEMBERED.toNanos();

        together("hülya", "doğru");

        assertThat(hashes).hasValue(2);
    }

    @Test
    void aRememberedPairIsNoPassForAnother() {
        hashing.countDown();
        signIn("hülya", "doğru");

        assertThatThrownBy(() -> signIn("hülya", "yanlış")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> signIn("kimse", "doğru")).isInstanceOf(BadCredentialsException.class);
    }

    /** Whoever types the password into the field of the name. */
    @Test
    void theLogHoldsOnlyNamesThatAreUsers() {
        hashing.countDown();
        outcome(() -> signIn("Gizli-Parolam-2026", "x"));
        outcome(() -> signIn("hülya", "yanlış"));

        assertThat(jdbc.sql("select coalesce(subject, 'bilinmiyor') from guvenlik_olayi where action = 'GIRIS_HATASI' "
                                + "order by id")
                        .query(String.class)
                        .list())
                .containsExactly("bilinmiyor", "hülya");
    }

    @Test
    void theLogForgetsWhatIsOlderThanItIsKept() {
        for (var at : List.of(NOW.minus(KEPT).minusMillis(1), NOW.minus(KEPT), NOW)) {
            jdbc.sql("insert into guvenlik_olayi (at, action) values (?, 'GIRIS')")
                    .params(at.atOffset(ZoneOffset.UTC))
                    .update();
        }
        var log = new SecurityLog(jdbc, clock, settings);

        log.removeOld();
        log.removeOld();

        assertThat(log.page(0)).extracting(SecurityLog.Entry::at).containsExactly(NOW, NOW.minus(KEPT));
    }

    /** Where no password is asked for, no throttle holds whoever tries. */
    @Test
    void refusedWordsOfOneAddressAreOneEntryAMinute() {
        var log = new SecurityLog(jdbc, clock, settings);

        log.writeRefusedWord();
        log.writeRefusedWord();

        assertThat(log.page(0)).extracting(SecurityLog.Entry::action).containsExactly(SecurityLog.Action.GIRIS_HATASI);
    }

    static Stream<String> whatIsTakenAway() {
        return Stream.of(
                "delete from act_id_user where id_ = 'hülya'",
                "update act_id_user set lock_exp_time_ = timestamp '2099-01-01 00:00:00' where id_ = 'hülya'",
                "delete from act_id_membership where user_id_ = 'hülya'");
    }

    @ParameterizedTest
    @MethodSource("whatIsTakenAway")
    void whatAnotherNodeTookAwayIsGoneWithinTenSeconds(String change) {
        hashing.countDown();
        assertThat(signIn("hülya", "doğru")).containsExactly("beyaz-masa");

        jdbc.sql(change).update();
        nanos += Duration.ofSeconds(10).toNanos();

        assertThat(outcome(() -> signIn("hülya", "doğru"))).isIn("[]", "BadCredentialsException");
        assertThat(signIn("ilker", "doğru")).as("others").containsExactly("beyaz-masa");
    }

    @Test
    void anAccountIsAskedForOnceInAWhile() {
        hashing.countDown();
        signIn("hülya", "doğru");
        jdbc.sql("drop table act_id_membership").update();

        assertThat(signIn("hülya", "doğru")).as("from memory").containsExactly("beyaz-masa");
    }

    private List<String> together(String name, String password) throws Exception {
        var threads = Executors.newFixedThreadPool(CALLERS);
        try {
            var arrived = new CountDownLatch(CALLERS);
            var calls = Stream.generate(() -> threads.submit((Callable<String>) () -> {
                        arrived.countDown();
                        return outcome(() -> signIn(name, password));
                    }))
                    .limit(CALLERS)
                    .toList();
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            hashing.countDown();
            return calls.stream()
                    .map(PasswordAuthenticationProviderTest::result)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static String outcome(Supplier<List<String>> signIn) {
        try {
            return signIn.get().toString();
        } catch (RuntimeException failure) {
            return failure.getClass().getSimpleName();
        }
    }

    private static String result(Future<String> call) {
        try {
            return call.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<String> signIn(String name, String password) {
        return users
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
                .getAuthorities()
                .stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}

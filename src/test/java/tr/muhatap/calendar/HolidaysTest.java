package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;

class HolidaysTest {

    private static final LocalDate ELECTION = LocalDate.of(2026, 6, 3);
    private static final Holiday ELECTION_DAY = new Holiday(ELECTION, "Seçim günü", false, false);

    /** The nanosecond counter has an arbitrary origin and may be negative. */
    private final AtomicLong nanos = new AtomicLong(-1_000_000_000_000_000L);

    private final AtomicInteger reads = new AtomicInteger();
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private Holidays holidays;

    @BeforeEach
    void givenAFreshDatabase() {
        var database = HolidayDatabaseFixture.emptyTable();
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        holidays = givenNode();
    }

    @Test
    void everyChangeIsKeptWithTheVersionItBrought() {
        long before = holidays.calendar().version();
        holidays.put(ELECTION_DAY);
        holidays.put(ELECTION_DAY);
        holidays.put(new Holiday(ELECTION, "Yarım gün", true, false));
        long between = holidays.calendar().version();
        holidays.remove(ELECTION);
        holidays.remove(ELECTION);

        assertThat(holidays.changesSince(before))
                .extracting(HolidayChange::date, HolidayChange::name, HolidayChange::kind)
                .containsExactly(
                        tuple(ELECTION, ELECTION_DAY.name(), HolidayChange.Kind.EKLENDI),
                        tuple(ELECTION, "Yarım gün", HolidayChange.Kind.DEGISTI),
                        tuple(ELECTION, "Yarım gün", HolidayChange.Kind.CIKARILDI));
        assertThat(holidays.changesSince(between)).hasSize(1);
    }

    @Test
    void anEmptyTableStartsWithTheOfficialList() {
        assertThat(holidays.entries(null)).isEqualTo(HolidaysFixture.officialList());
        assertThat(holidays.entries(2026))
                .hasSize(17)
                .allSatisfy(entry -> assertThat(entry.date().getYear()).isEqualTo(2026));
    }

    @Test
    void twoFeastsOnOneDayShareAnEntry() {
        assertThat(holidays.entry(LocalDate.of(2027, 5, 19)))
                .contains(new Holiday(
                        LocalDate.of(2027, 5, 19),
                        "Atatürk’ü Anma, Gençlik ve Spor Bayramı / Kurban Bayramı 4. gün",
                        false,
                        false));
        assertThat(holidays.entry(LocalDate.of(2029, 4, 23)))
                .contains(new Holiday(
                        LocalDate.of(2029, 4, 23),
                        "Ulusal Egemenlik ve Çocuk Bayramı / Kurban Bayramı arifesi",
                        false,
                        false));
    }

    @Test
    void nodesThatStartAtTheSameMomentWriteTheListOnce() {
        jdbc.sql("delete from tatil").update();
        var started = new ConcurrentLinkedQueue<Holidays>();
        var threads = new ArrayList<FutureTask<?>>();
        for (int node = 0; node < 6; node++) {
            threads.add(started(() -> started.add(givenNode())));
        }
        threads.forEach(HolidaysTest::end);

        assertThat(started)
                .hasSize(6)
                .allSatisfy(node -> assertThat(node.entries(null)).isEqualTo(HolidaysFixture.officialList()));
    }

    @Test
    void whatTheOfficeChangedOutlivesARestart() {
        holidays.put(ELECTION_DAY);
        holidays.remove(LocalDate.of(2026, 7, 15));

        var restarted = givenNode();

        assertThat(restarted.entry(ELECTION)).contains(ELECTION_DAY);
        assertThat(restarted.entry(LocalDate.of(2026, 7, 15))).isEmpty();
        assertThat(restarted.entries(null)).hasSameSizeAs(HolidaysFixture.officialList());
    }

    @Test
    void aNewEntryIsReckonedWithAtOnce() {
        assertThat(holidays.calendar().isWorkingDay(ELECTION)).isTrue();

        assertThat(holidays.put(ELECTION_DAY)).isTrue();

        assertThat(holidays.calendar().isWorkingDay(ELECTION)).isFalse();
    }

    @Test
    void anEntryIsReplacedAndTheSameAgainChangesNothing() {
        holidays.put(ELECTION_DAY);
        var half = new Holiday(ELECTION, "Seçim günü", true, false);

        assertThat(holidays.put(half)).isFalse();
        assertThat(holidays.put(half)).isFalse();

        assertThat(holidays.entry(ELECTION)).contains(half);
    }

    @Test
    void aRemovedEntryIsAWorkingDayAgain() {
        var democracy = LocalDate.of(2026, 7, 15);

        assertThat(holidays.remove(democracy)).isTrue();
        assertThat(holidays.remove(democracy)).isFalse();

        assertThat(holidays.calendar().isWorkingDay(democracy)).isTrue();
    }

    @Test
    void whoChangesReckonsWithTheNewTableAndOthersWithTheOldUntilItIsCommitted() {
        var seenByOthers = new ArrayList<Boolean>();

        transactions.executeWithoutResult(status -> {
            holidays.put(ELECTION_DAY);
            assertThat(holidays.calendar().isWorkingDay(ELECTION)).isFalse();
            inAnotherThread(() -> seenByOthers.add(holidays.calendar().isWorkingDay(ELECTION)));
        });

        inAnotherThread(() -> seenByOthers.add(holidays.calendar().isWorkingDay(ELECTION)));
        assertThat(seenByOthers).containsExactly(true, false);
    }

    @Test
    void whatIsRolledBackWasNever() {
        transactions.executeWithoutResult(status -> {
            holidays.put(ELECTION_DAY);
            status.setRollbackOnly();
        });

        assertThat(holidays.entry(ELECTION)).isEmpty();
        assertThat(holidays.calendar().isWorkingDay(ELECTION)).isTrue();
        assertThat(givenNode().entry(ELECTION)).isEmpty();
    }

    @Test
    void twoChangesInOneTransactionAreBothSeen() {
        transactions.executeWithoutResult(status -> {
            holidays.put(ELECTION_DAY);
            holidays.remove(ELECTION);
            assertThat(holidays.entry(ELECTION)).isEmpty();
        });

        assertThat(holidays.entry(ELECTION)).isEmpty();
    }

    @Test
    void anotherNodeSeesAChangeAfterTwoSecondsAtTheLatest() {
        var otherNode = givenNode();
        assertThat(otherNode.calendar().isWorkingDay(ELECTION)).isTrue();

        holidays.put(ELECTION_DAY);

        nanos.addAndGet(Holidays.STALENESS.toNanos() - 1);
        assertThat(otherNode.calendar().isWorkingDay(ELECTION)).isTrue();
        nanos.incrementAndGet();
        assertThat(otherNode.calendar().isWorkingDay(ELECTION)).isFalse();
    }

    @Test
    void theTableIsReadOnceAndThenOnlyItsVersionIsCompared() {
        holidays.calendar();
        var first = holidays.calendar();
        reads.set(0);

        for (int second = 0; second < 10; second++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(holidays.calendar()).isSameAs(first);
            assertThat(holidays.calendar()).isSameAs(first);
        }

        assertThat(reads).hasValue(0);
    }

    @Test
    void changesAtTheSameMomentAllArrive() {
        var nodes = List.of(holidays, givenNode());
        var threads = new ArrayList<FutureTask<?>>();
        for (int day = 1; day <= 20; day++) {
            var date = LocalDate.of(2026, 9, day);
            var node = nodes.get(day % 2);
            // The same day twice: the second one replaces instead of failing
            for (int time = 0; time < 2; time++) {
                threads.add(started(() -> node.put(new Holiday(date, "Gün", false, true))));
            }
        }
        threads.forEach(HolidaysTest::end);

        assertThat(givenNode().entries(2026)).hasSize(17 + 20);
    }

    private Holidays givenNode() {
        var store = new HolidayStore(jdbc, new CurrentUser(), change -> {}, Clock.systemUTC()) {
            @Override
            List<Holiday> all() {
                reads.incrementAndGet();
                return super.all();
            }
        };
        return new Holidays(store, CountingRules.DEFAULT, transactions, nanos::get);
    }

    private static void inAnotherThread(Runnable work) {
        end(started(work));
    }

    private static FutureTask<?> started(Runnable work) {
        var task = new FutureTask<@Nullable Void>(work, null);
        new Thread(task).start();
        return task;
    }

    /** Waits for the task and rethrows its failure. */
    private static void end(FutureTask<?> task) {
        try {
            task.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException interrupted) {
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}

package tr.muhatap.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In-memory cache of the office's holiday table.
 *
 * <p>A change is visible at once within its transaction, and on this node after the commit. Other nodes see it at most
 * {@link #STALENESS} later: they compare the version with the database on access, at that interval.
 */
@Service
class Holidays implements WorkingDays {

    static final Duration STALENESS = Duration.ofSeconds(2);

    private final HolidayStore store;
    private final CountingRules rules;
    private final TransactionOperations transactions;
    private final LongSupplier nanoTime;
    private volatile @Nullable Loaded current;

    /** The loaded table, its version, and when that version was last confirmed. */
    private record Loaded(List<Holiday> entries, WorkCalendar calendar, long version, long checkedAt) {

        Loaded stillStandingAt(long now) {
            return new Loaded(entries, calendar, version, now);
        }
    }

    @Autowired
    Holidays(HolidayStore store, CountingRules rules, PlatformTransactionManager transactionManager) {
        // Real time, not the injected clock: the demonstration may set that one back
        this(store, rules, new TransactionTemplate(transactionManager), System::nanoTime);
    }

    /** Loads the official list into an empty table at startup, before the first query. */
    Holidays(HolidayStore store, CountingRules rules, TransactionOperations transactions, LongSupplier nanoTime) {
        this.store = store;
        this.rules = rules;
        this.transactions = transactions;
        this.nanoTime = nanoTime;
        seedWhereEmpty();
    }

    @Override
    public WorkCalendar calendar() {
        return loaded().calendar();
    }

    /** Every entry, or those of one year, by date. */
    List<Holiday> entries(@Nullable Integer year) {
        return loaded().entries().stream()
                .filter(entry -> year == null || entry.date().getYear() == year)
                .toList();
    }

    Optional<Holiday> entry(LocalDate date) {
        return loaded().entries().stream()
                .filter(entry -> entry.date().equals(date))
                .findFirst();
    }

    /** Adds or replaces the entry of a day; returns whether it is new. */
    boolean put(Holiday holiday) {
        var before = change(holiday.date(), holiday);
        return before.isEmpty();
    }

    /** Removes a day; returns whether it existed. */
    boolean remove(LocalDate date) {
        return change(date, null).isPresent();
    }

    private Optional<Holiday> change(LocalDate date, @Nullable Holiday after) {
        var result = transactions.execute(status -> {
            store.raiseVersion();
            var before = store.all().stream()
                    .filter(entry -> entry.date().equals(date))
                    .findFirst();
            if (before.equals(Optional.ofNullable(after))) {
                return before;
            }
            store.delete(date);
            if (after != null) {
                store.insert(after);
            }
            record(before, after);
            showWithinThisTransaction();
            return before;
        });
        return result == null ? Optional.empty() : result;
    }

    private void record(Optional<Holiday> before, @Nullable Holiday after) {
        if (after != null) {
            store.record(
                    after.date(),
                    after.name(),
                    before.isPresent() ? HolidayChange.Kind.DEGISTI : HolidayChange.Kind.EKLENDI);
        } else {
            before.ifPresent(gone -> store.record(gone.date(), gone.name(), HolidayChange.Kind.CIKARILDI));
        }
    }

    @Override
    public List<HolidayChange> changesSince(long version) {
        return store.changesSince(version);
    }

    /** Makes the new table visible to this transaction only, until it is committed. */
    private void showWithinThisTransaction() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, load());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Holidays.this);
                current = null;
            }
        });
    }

    private Loaded loaded() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Loaded mine) {
            return mine;
        }
        var known = current;
        var now = nanoTime.getAsLong();
        if (known != null && now - known.checkedAt() < STALENESS.toNanos()) {
            return known;
        }
        var fresh = known != null && known.version() == store.version() ? known.stillStandingAt(now) : load();
        current = fresh;
        return fresh;
    }

    /** Reads the version first: a concurrent change is then detected at the next check instead of missed. */
    private Loaded load() {
        var version = store.version();
        var entries = store.all();
        return new Loaded(entries, new WorkCalendar(entries, rules, version), version, nanoTime.getAsLong());
    }

    private void seedWhereEmpty() {
        transactions.executeWithoutResult(status -> {
            if (store.all().isEmpty()) {
                store.raiseVersion();
                // Check again: another node may have been faster while this one waited for the version's row lock
                if (store.all().isEmpty()) {
                    HolidayList.read().forEach(store::insert);
                }
            }
        });
    }
}

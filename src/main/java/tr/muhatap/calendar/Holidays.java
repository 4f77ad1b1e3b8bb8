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
 * The office's holiday table, held in memory.
 *
 * <p>Who changes it sees the change at once within the transaction, everyone else on this node as soon as it is
 * committed. Other nodes see it at most {@link #STALENESS} later: so often, and only when asked, each compares one
 * number with the database.
 */
@Service
class Holidays implements WorkingDays {

    static final Duration STALENESS = Duration.ofSeconds(2);

    private final HolidayStore store;
    private final CountingRules rules;
    private final TransactionOperations transactions;
    private final LongSupplier nanoTime;
    private volatile @Nullable Loaded current;

    /** What was read, under which version, and when that version was last seen to stand. */
    private record Loaded(List<Holiday> entries, WorkCalendar calendar, long version, long checkedAt) {

        Loaded stillStandingAt(long now) {
            return new Loaded(entries, calendar, version, now);
        }
    }

    @Autowired
    Holidays(HolidayStore store, CountingRules rules, PlatformTransactionManager transactionManager) {
        // Real time, not the program's clock: the demonstration sets that one back as well
        this(store, rules, new TransactionTemplate(transactionManager), System::nanoTime);
    }

    /** Writes the official list where the table is empty, so that the first question already finds it. */
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

    /** Enters a day, replacing an existing entry; returns whether there was none. */
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

    /** Nobody else may see the new table before it is committed, and nobody at all when it is rolled back. */
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

    /** The version first: a change that comes in between is then noticed at the next check instead of missed. */
    private Loaded load() {
        var version = store.version();
        var entries = store.all();
        return new Loaded(entries, new WorkCalendar(entries, rules, version), version, nanoTime.getAsLong());
    }

    private void seedWhereEmpty() {
        transactions.executeWithoutResult(status -> {
            if (store.all().isEmpty()) {
                store.raiseVersion();
                // Asked again: another node may have been faster while this one waited for the version's row
                if (store.all().isEmpty()) {
                    HolidayList.read().forEach(store::insert);
                }
            }
        });
    }
}

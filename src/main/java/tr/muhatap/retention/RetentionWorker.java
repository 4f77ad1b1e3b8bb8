package tr.muhatap.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tr.muhatap.basvuru.BasvuruRetention;

/**
 * Proposes what is due when it is time, and carries out what was approved, batch by batch: what became of an application is
 * stored in the transaction that erases it, so that another node, or the next start, goes on behind the last one.
 */
@Component
class RetentionWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWorker.class);
    private static final int BATCH = 25;

    /** After so long the thread is given back; the next sweep goes on. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Proposals proposals;
    private final BasvuruRetention retention;
    private final RetentionSettings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    RetentionWorker(
            Proposals proposals,
            BasvuruRetention retention,
            RetentionSettings settings,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.proposals = proposals;
        this.retention = retention;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whatever happens, the next one comes. */
    @Scheduled(
            initialDelayString = "${muhatap.retention.sweep:PT1M}",
            fixedDelayString = "${muhatap.retention.sweep:PT1M}")
    void sweep() {
        try {
            proposals.proposeInTime();
            long until = System.nanoTime() + AT_ONCE.toNanos();
            while (batch() && System.nanoTime() < until) {
                LOG.debug("A batch of applications was erased");
            }
        } catch (DataAccessException | TransactionException failed) {
            LOG.warn("What was approved waits to be erased", failed);
        }
    }

    /** False if nothing is left to do, or another node is at it. */
    private boolean batch() {
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> settleNext(BATCH)));
        } catch (RuntimeException failed) {
            LOG.warn("A batch could not be erased; each of its applications is tried by itself", failed);
        }
        return oneByOne();
    }

    private boolean settleNext(int most) {
        var approved = mine();
        if (approved == null) {
            return false;
        }
        var numbers = proposals.waiting(approved.id(), most);
        if (numbers.isEmpty()) {
            proposals.end(approved.id(), Proposal.State.BITTI);
            return false;
        }
        settle(approved, numbers);
        return true;
    }

    private void settle(Proposal approved, List<String> numbers) {
        var erased = Set.copyOf(
                retention.erase(numbers, settings.closedBefore(clock.instant()), String.valueOf(approved.decidedBy())));
        var left = new HashSet<>(numbers);
        left.removeAll(erased);
        proposals.settle(approved.id(), erased, Proposal.Outcome.SILINDI);
        proposals.settle(approved.id(), left, Proposal.Outcome.ATLANDI);
    }

    /** The approved proposal, where this node has it until its transaction ends. */
    private @Nullable Proposal mine() {
        boolean locked = jdbc.sql("select name from node_lock where name = 'retention' for update skip locked")
                .query(String.class)
                .optional()
                .isPresent();
        return locked
                ? proposals
                        .open()
                        .filter(one -> one.state() == Proposal.State.ONAYLANDI)
                        .orElse(null)
                : null;
    }

    /** One that cannot be erased holds up none of the others. */
    private boolean oneByOne() {
        var approved = proposals
                .open()
                .filter(one -> one.state() == Proposal.State.ONAYLANDI)
                .orElse(null);
        if (approved == null) {
            return false;
        }
        for (var number : proposals.waiting(approved.id(), BATCH)) {
            try {
                transactions.executeWithoutResult(transaction -> {
                    if (mine() != null) {
                        settle(approved, List.of(number));
                    }
                });
            } catch (RuntimeException failed) {
                LOG.error("The personal data of {} could not be erased", number, failed);
                transactions.executeWithoutResult(
                        transaction -> proposals.settle(approved.id(), Set.of(number), Proposal.Outcome.HATA));
            }
        }
        return true;
    }
}

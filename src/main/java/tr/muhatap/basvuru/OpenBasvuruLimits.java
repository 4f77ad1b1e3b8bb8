package tr.muhatap.basvuru;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.OpenLimits;
import tr.muhatap.calendar.OutsideHolidayTableException;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.problem.NotFoundException;

/** Moves the limits of open applications after a change of the holiday table. */
@Component
class OpenBasvuruLimits implements OpenLimits {

    private static final Logger LOG = LoggerFactory.getLogger(OpenBasvuruLimits.class);

    private final BasvuruRepository repository;
    private final MuracaatRegister recourses;
    private final OpinionRegister opinions;
    private final ItirazRegister objections;
    private final Deadlines deadlines;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final int batch;

    OpenBasvuruLimits(
            BasvuruRepository repository,
            MuracaatRegister recourses,
            OpinionRegister opinions,
            ItirazRegister objections,
            Deadlines deadlines,
            CurrentUser currentUser,
            Clock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${muhatap.rules.recalculation-batch:200}") int batch) {
        this.repository = repository;
        this.recourses = recourses;
        this.opinions = opinions;
        this.objections = objections;
        this.deadlines = deadlines;
        this.currentUser = currentUser;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.batch = batch;
    }

    /** Completes what a crash, or a registration concurrent with the change, left undone. */
    @Scheduled(
            initialDelayString = "${muhatap.rules.recalculation-sweep:PT1M}",
            fixedDelayString = "${muhatap.rules.recalculation-sweep:PT1M}")
    void sweep() {
        int moved = recalculate();
        if (moved > 0) {
            LOG.info("{} limits followed a change of the holiday table", moved);
        }
    }

    @Override
    public int recalculate() {
        long version = deadlines.calendarVersion();
        int moved = 0;
        var tried = new HashSet<String>();
        String last = "";
        for (var next = outdated(version, last); !next.isEmpty(); next = outdated(version, last)) {
            moved += recompute(next, version, tried);
            last = next.get(next.size() - 1);
        }
        opinions.recompute();
        return moved + recalculateRecourses() + objections.recalculate();
    }

    @Override
    public Preview preview(int most) {
        var moves = new ArrayList<Move>();
        String last = "";
        int computed = 0;
        for (var next = open(last); !next.isEmpty() && computed < most; next = open(last)) {
            var together = repository.findAllById(next);
            var changes = deadlines.holidayChangesSince(
                    together.stream().mapToLong(Basvuru::calendarVersion).min().orElse(0));
            for (var basvuru : together) {
                var before = basvuru.deadline().lastDay();
                // Not saved: the aggregate is discarded with its events
                if (isMoved(basvuru, changes)) {
                    moves.add(new Move(
                            basvuru.number(), before, basvuru.deadline().lastDay()));
                }
            }
            computed += next.size();
            last = next.get(next.size() - 1);
        }
        return new Preview(List.copyOf(moves), open(last).isEmpty());
    }

    private boolean isMoved(Basvuru basvuru, List<HolidayChange> changes) {
        try {
            return basvuru.recalculate(changes, deadlines, currentUser.name(), clock.instant());
        } catch (OutsideHolidayTableException unknownYear) {
            return false;
        }
    }

    private List<String> open(String after) {
        return jdbc.sql("select number from basvuru where number > :after and status <> 'KAPANDI' "
                        + "order by number limit :batch")
                .param("after", after)
                .param("batch", batch)
                .query(String.class)
                .list();
    }

    /** Recourses are few: one transaction each. */
    private int recalculateRecourses() {
        int moved = 0;
        for (var number : recourses.outdated()) {
            try {
                moved += recourses.recalculate(number) ? 1 : 0;
            } catch (NotFoundException | OptimisticLockingFailureException | OutsideHolidayTableException left) {
                LOG.warn("The limit of the recourse about {} was not computed again: {}", number, left.getMessage());
            }
        }
        return moved;
    }

    /** Recomputes a batch; after a concurrent change of one of its applications, one by one. */
    private int recompute(List<String> numbers, long version, Set<String> tried) {
        try {
            return inTransaction(numbers, version);
        } catch (OptimisticLockingFailureException | OutsideHolidayTableException collision) {
            int moved = 0;
            for (var number : numbers) {
                try {
                    moved += inTransaction(List.of(number), version);
                } catch (OptimisticLockingFailureException | OutsideHolidayTableException left) {
                    if (tried.add(number)) {
                        LOG.warn("The limit of {} was not computed again: {}", number, left.getMessage());
                    }
                }
            }
            return moved;
        }
    }

    private int inTransaction(List<String> numbers, long version) {
        Integer moved = transaction.execute(tx -> {
            var unmoved = new ArrayList<String>();
            int count = 0;
            var together = repository.findAllById(numbers);
            var changes = deadlines.holidayChangesSince(
                    together.stream().mapToLong(Basvuru::calendarVersion).min().orElse(version));
            for (var basvuru : together) {
                if (basvuru.recalculate(changes, deadlines, currentUser.name(), clock.instant())) {
                    repository.save(basvuru);
                    count++;
                } else {
                    unmoved.add(basvuru.number());
                }
            }
            markRecalculated(unmoved, version);
            return count;
        });
        return moved == null ? 0 : moved;
    }

    private void markRecalculated(List<String> unmoved, long version) {
        if (!unmoved.isEmpty()) {
            jdbc.sql("update basvuru set calendar_version = :version where number in (:numbers)")
                    .param("version", version)
                    .param("numbers", unmoved)
                    .update();
        }
    }

    private List<String> outdated(long version, String after) {
        return jdbc.sql("select number from basvuru where calendar_version < :version and number > :after "
                        + "and status <> 'KAPANDI' "
                        + "order by number limit :batch")
                .param("version", version)
                .param("after", after)
                .param("batch", batch)
                .query(String.class)
                .list();
    }
}

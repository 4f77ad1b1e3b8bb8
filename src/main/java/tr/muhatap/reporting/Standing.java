package tr.muhatap.reporting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applications relative to their limits: closed in time or late, open in time or late. The share in time is that of
 * applications closed in time among all that are due: the closed ones, and the open ones past their limit.
 */
record Standing(long closedInTime, long closedLate, long openInTime, long openLate) {

    static final Standing NONE = new Standing(0, 0, 0, 0);

    static Standing of(Cell cell) {
        boolean open = cell.outcome() == null;
        return new Standing(
                !open && !cell.late() ? cell.count() : 0,
                !open && cell.late() ? cell.count() : 0,
                open && !cell.late() ? cell.count() : 0,
                open && cell.late() ? cell.count() : 0);
    }

    static Standing of(Collection<Cell> cells) {
        return cells.stream().map(Standing::of).reduce(NONE, Standing::plus);
    }

    /** Groups cells by a key, in order of occurrence. */
    static <K extends @Nullable Object> Map<K, Standing> by(Function<Cell, K> key, Collection<Cell> cells) {
        var standings = new LinkedHashMap<K, Standing>();
        cells.forEach(cell -> {
            var before = standings.get(key.apply(cell));
            standings.put(key.apply(cell), before == null ? of(cell) : before.plus(of(cell)));
        });
        return standings;
    }

    Standing plus(Standing other) {
        return new Standing(
                closedInTime + other.closedInTime,
                closedLate + other.closedLate,
                openInTime + other.openInTime,
                openLate + other.openLate);
    }

    long all() {
        return closed() + open();
    }

    long closed() {
        return closedInTime + closedLate;
    }

    long open() {
        return openInTime + openLate;
    }

    /** Applications that are due: closed, or past their limit. */
    long due() {
        return closed() + openLate;
    }

    long late() {
        return closedLate + openLate;
    }

    /** From 0 to 1; empty if none is due. */
    OptionalDouble onTime() {
        return due() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) closedInTime / due());
    }
}

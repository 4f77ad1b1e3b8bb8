package tr.muhatap.reporting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How some applications stand against their limits: closed within it or behind it, open within it or behind it. On time
 * are those that were closed within their limit, out of all whose turn it was: the closed ones, and the open ones whose
 * limit has passed.
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

    /** By what distinguishes cells, in the order in which they come. */
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

    /** Those whose turn it was to be closed. */
    long due() {
        return closed() + openLate;
    }

    long late() {
        return closedLate + openLate;
    }

    /** From 0 to 1; empty if no turn has come. */
    OptionalDouble onTime() {
        return due() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) closedInTime / due());
    }
}

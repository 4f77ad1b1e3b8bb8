package tr.muhatap.reporting;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Durations of applications in calendar days, from receipt to closing. */
final class Durations {

    private static final double WHOLE = 100;

    private final NavigableMap<Integer, Long> counts = new TreeMap<>();
    private long all;

    void add(int days, long count) {
        counts.merge(days, count, Long::sum);
        all += count;
    }

    void add(Durations other) {
        other.counts.forEach(this::add);
    }

    static Durations of(Map<Integer, Long> counts) {
        var durations = new Durations();
        counts.forEach(durations::add);
        return durations;
    }

    long all() {
        return all;
    }

    OptionalDouble average() {
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double sum = counts.entrySet().stream()
                .mapToDouble(each -> (double) each.getKey() * each.getValue())
                .sum();
        return OptionalDouble.of(sum / all);
    }

    /** The smallest number of days within which the given percentage was closed. */
    OptionalInt percentile(int percent) {
        long rank = (long) Math.ceil(all * percent / WHOLE);
        long seen = 0;
        for (var each : counts.entrySet()) {
            seen += each.getValue();
            if (seen >= rank && seen > 0) {
                return OptionalInt.of(each.getKey());
            }
        }
        return OptionalInt.empty();
    }
}

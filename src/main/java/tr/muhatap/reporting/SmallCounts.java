package tr.muhatap.reporting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which counts of a published table are withheld, so that nobody is recognised: those from 1 to 4, and as many others as it
 * takes that none of them follows from a total.
 */
final class SmallCounts {

    /** The least count that may be published; zero says nothing of anybody. */
    static final long LEAST = 5;

    private SmallCounts() {}

    /**
     * With a small count there is always a large one withheld: their sum, which follows from the total, then says nothing of
     * either.
     *
     * @param total whether the table's total may be published; false where all counts are small, and nothing may be
     */
    record Withheld(Set<String> keys, boolean total) {}

    static Withheld of(Map<String, Long> counts) {
        var withheld = new HashSet<String>();
        counts.forEach((key, count) -> {
            if (isSmall(count)) {
                withheld.add(key);
            }
        });
        return withheld.isEmpty() ? new Withheld(Set.of(), true) : withLargeOne(withheld, counts);
    }

    /** Totals of groups are published as well, in another table: a large count is withheld in each group that has a small one. */
    static Withheld inGroups(Map<String, Long> counts, Function<String, String> group) {
        var groups = new HashMap<String, Map<String, Long>>();
        counts.forEach((key, count) -> groups.computeIfAbsent(group.apply(key), each -> new HashMap<>())
                .put(key, count));
        var withheld = new HashSet<String>();
        groups.values().forEach(each -> withheld.addAll(of(each).keys()));
        boolean hasLarge = withheld.stream().anyMatch(key -> !isSmall(counts.getOrDefault(key, 0L)));
        return withheld.isEmpty() || hasLarge
                ? new Withheld(Set.copyOf(withheld), true)
                : withLargeOne(withheld, counts);
    }

    private static Withheld withLargeOne(Set<String> small, Map<String, Long> counts) {
        var withheld = new HashSet<>(small);
        Optional<String> large = counts.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST)
                .min(Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
        large.ifPresent(withheld::add);
        return new Withheld(Set.copyOf(withheld), large.isPresent());
    }

    static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }
}

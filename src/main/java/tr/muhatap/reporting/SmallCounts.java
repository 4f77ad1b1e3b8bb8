package tr.muhatap.reporting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which counts of a published table are withheld, so that no individual can be identified: those from 1 to 4, and as
 * many others as necessary so that none of them can be derived from a total, even by an adversary who knows this rule.
 */
final class SmallCounts {

    /** The smallest count that may be published; zero is harmless. */
    static final long LEAST = 5;

    private SmallCounts() {}

    /**
     * Result for a table.
     *
     * @param total whether the total may be published; false if even withholding all counts hides no small one
     */
    record Withheld(Set<String> keys, boolean total) {}

    /**
     * Result for groups and their members.
     *
     * @param groups withheld groups
     * @param members withheld members, including those left out
     * @param leftOut members that are not even listed, since their group is withheld and their number would reveal
     *     its size
     * @param total whether the total of both may be published
     */
    record InGroups(Set<String> groups, Set<String> members, Set<String> leftOut, boolean total) {}

    static Withheld of(Map<String, Long> counts) {
        var small = smallOf(counts);
        return withLargeOnes(small, small.size(), counts);
    }

    /**
     * For groups whose totals are published as well. If a group's own large counts do not hide its small ones, the
     * group is withheld, together with other groups.
     */
    static InGroups inGroups(Map<String, Long> groups, Map<String, Long> members, Function<String, String> groupOf) {
        var byGroup = new HashMap<String, Map<String, Long>>();
        members.forEach((key, count) -> {
            if (count > 0) {
                byGroup.computeIfAbsent(groupOf.apply(key), each -> new HashMap<>())
                        .put(key, count);
            }
        });
        var withheld = new HashSet<String>();
        var open = new HashSet<String>();
        var sums = new HashMap<String, Long>();
        byGroup.forEach((group, counts) -> {
            var own = of(counts);
            withheld.addAll(own.keys());
            if (!own.total()) {
                open.add(group);
            }
            sums.put(group, counts.values().stream().mapToLong(Long::longValue).sum());
        });
        // Some members belong to other groups or to none: the tables then differ, and each has to be safe by itself
        var first = withOpen(open, groups, byGroup);
        var second = withOpen(open, sums, byGroup);
        var hidden = new HashSet<>(first.keys());
        hidden.addAll(second.keys());
        var leftOut = members.keySet().stream()
                .filter(key -> hidden.contains(groupOf.apply(key)))
                .collect(Collectors.toUnmodifiableSet());
        withheld.addAll(leftOut);
        return new InGroups(Set.copyOf(hidden), Set.copyOf(withheld), leftOut, first.total() && second.total());
    }

    private static Withheld withOpen(
            Set<String> open, Map<String, Long> groups, Map<String, Map<String, Long>> byGroup) {
        var forced = smallOf(groups);
        open.stream().filter(groups::containsKey).forEach(forced::add);
        int cells = forced.stream()
                .mapToInt(group ->
                        Math.max(1, byGroup.getOrDefault(group, Map.of()).size()))
                .sum();
        return withLargeOnes(forced, cells, groups);
    }

    /**
     * Withholds the smallest of the others, equal ones together, until the withheld sum is ambiguous.
     *
     * @param cells number of small counts in {@code forced}
     */
    private static Withheld withLargeOnes(Set<String> forced, int cells, Map<String, Long> counts) {
        if (forced.isEmpty()) {
            return new Withheld(Set.of(), true);
        }
        var withheld = new HashSet<>(forced);
        long sum =
                forced.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).sum();
        var others = new TreeMap<Long, List<String>>(counts.entrySet().stream()
                .filter(each -> each.getValue() > 0 && !forced.contains(each.getKey()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        var guesses = new HiddenSums(cells);
        int large = 0;
        for (var each : others.entrySet()) {
            withheld.addAll(each.getValue());
            large += each.getValue().size();
            sum += each.getKey() * each.getValue().size();
            var next = others.higherKey(each.getKey());
            if (guesses.areOpen(large, sum, next == null ? HiddenSums.NONE : next)) {
                return new Withheld(Set.copyOf(withheld), true);
            }
        }
        return new Withheld(Set.copyOf(withheld), false);
    }

    private static Set<String> smallOf(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(each -> isSmall(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }
}

package tr.muhatap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tr.muhatap.reporting.SmallCounts.InGroups;
import tr.muhatap.reporting.SmallCounts.Withheld;

class SmallCountsTest {

    @Test
    void aSmallCountIsWithheldWithTheSmallestLargeOne() {
        assertThat(SmallCounts.of(Map.of("a", 4L, "b", 9L, "c", 7L, "d", 0L)))
                .isEqualTo(new Withheld(Set.of("a", "c"), true));
        assertThat(SmallCounts.of(Map.of("a", 5L, "b", 0L))).isEqualTo(new Withheld(Set.of(), true));
        assertThat(SmallCounts.of(Map.of("a", 1L, "b", 4L))).isEqualTo(new Withheld(Set.of("a", "b"), false));
    }

    /** A sum of 6 is 1 and 5, and with a 5 published the hidden large one is a 5 as well. */
    @Test
    void moreIsWithheldWhereTheSumHasOneSolution() {
        assertThat(SmallCounts.of(Map.of("a", 1L, "b", 5L))).isEqualTo(new Withheld(Set.of("a", "b"), false));
        assertThat(SmallCounts.of(Map.of("a", 1L, "b", 5L, "c", 9L, "d", 30L)))
                .isEqualTo(new Withheld(Set.of("a", "b", "c"), true));
        assertThat(SmallCounts.of(Map.of("a", 3L, "b", 5L, "c", 5L)))
                .isEqualTo(new Withheld(Set.of("a", "b", "c"), true));
    }

    @Test
    void aGroupThatDoesNotHideItsSmallCountsIsWithheldWithAnother() {
        var members = Map.of("x1", 1L, "x2", 1L, "x3", 1L, "x4", 1L, "x5", 1L, "y1", 8L, "z1", 30L);
        var groups = Map.of("x", 5L, "y", 8L, "z", 30L);

        var left = Set.of("x1", "x2", "x3", "x4", "x5", "y1");
        assertThat(SmallCounts.inGroups(groups, members, SmallCountsTest::group))
                .isEqualTo(new InGroups(Set.of("x", "y"), left, left, true));
        assertThat(SmallCounts.inGroups(
                        Map.of("x", 10L, "y", 6L), Map.of("x1", 8L, "x2", 2L, "y1", 6L), SmallCountsTest::group))
                .isEqualTo(new InGroups(Set.of(), Set.of("x1", "x2"), Set.of(), true));
        assertThat(SmallCounts.inGroups(Map.of("x", 2L), Map.of("x1", 2L), SmallCountsTest::group)
                        .total())
                .isFalse();
    }

    /** Members without a group's row: their total is the groups' all the same. */
    @Test
    void membersOfNoGroupDoNotFollowFromTheTotal() {
        var found = SmallCounts.inGroups(
                Map.of("x", 12L, "y", 30L), Map.of("x1", 9L, "y1", 30L, "", 3L), SmallCountsTest::group);

        assertThat(found.members()).contains("", "x1");
    }

    /** Who knows the rule, the total and which counts are small lists all tables that are published alike. */
    @Test
    void noSmallCountFollowsFromATable() {
        var alike = new HashMap<Object, List<Map<String, Long>>>();
        for (long total = 1; total <= 24; total++) {
            long sum = total;
            tables(List.of("a", "b", "c", "d"), sum, new TreeMap<>(), table -> {
                var withheld = SmallCounts.of(table);
                if (withheld.total()) {
                    alike.computeIfAbsent(
                                    List.of(sum, withheld, told(table, withheld.keys()), small(table)),
                                    each -> new ArrayList<>())
                            .add(table);
                }
            });
        }
        assertThatNoneFollows(alike);
    }

    @Test
    void noSmallCountFollowsFromTablesOfGroups() {
        var alike = new HashMap<Object, List<Map<String, Long>>>();
        for (long total = 1; total <= 17; total++) {
            long sum = total;
            tables(List.of("x1", "x2", "y1", "y2", "z1"), sum, new TreeMap<>(), table -> {
                var groups = new TreeMap<String, Long>();
                table.forEach((key, count) -> groups.merge(group(key), count, Long::sum));
                var withheld = SmallCounts.inGroups(groups, table, SmallCountsTest::group);
                if (withheld.total()) {
                    var marked = new HashSet<>(withheld.members());
                    marked.removeAll(withheld.leftOut());
                    alike.computeIfAbsent(
                                    List.of(
                                            sum,
                                            withheld.groups(),
                                            told(groups, withheld.groups()),
                                            marked,
                                            told(table, withheld.members())),
                                    each -> new ArrayList<>())
                            .add(table);
                }
            });
        }
        assertThatNoneFollows(alike);
    }

    @Property(tries = 200)
    void nothingSmallIsTold(@ForAll @Size(max = 12) List<@LongRange(min = 0, max = 40) Long> numbers) {
        var counts = new HashMap<String, Long>();
        numbers.forEach(number -> counts.put((char) ('a' + counts.size() % 3) + "" + counts.size(), number));
        var groups = new HashMap<String, Long>();
        counts.forEach((key, count) -> groups.merge(group(key), count, Long::sum));
        var both = SmallCounts.inGroups(groups, counts, SmallCountsTest::group);

        assertThat(small(told(counts, SmallCounts.of(counts).keys()))).isEmpty();
        assertThat(small(told(counts, both.members()))).isEmpty();
        assertThat(small(told(groups, both.groups()))).isEmpty();
        assertThat(both.members()).containsAll(both.leftOut());
    }

    private static void assertThatNoneFollows(Map<Object, List<Map<String, Long>>> alike) {
        assertThat(alike).isNotEmpty();
        alike.forEach((published, tables) -> tables.forEach(table -> small(table)
                .forEach(key -> assertThat(tables.stream()
                                .map(each -> each.getOrDefault(key, 0L))
                                .distinct()
                                .limit(2))
                        .as("%s of %s, published %s", key, table, published)
                        .hasSize(2))));
    }

    /** All tables of this total; a row of nothing is not there. */
    private static void tables(
            List<String> keys, long total, Map<String, Long> begun, Consumer<Map<String, Long>> found) {
        if (keys.isEmpty()) {
            if (total == 0) {
                found.accept(new TreeMap<>(begun));
            }
            return;
        }
        for (long count = keys.size() == 1 ? total : 0; count <= total; count++) {
            var more = new TreeMap<>(begun);
            if (count > 0) {
                more.put(keys.get(0), count);
            }
            tables(keys.subList(1, keys.size()), total - count, more, found);
        }
    }

    private static Map<String, Long> told(Map<String, Long> counts, Set<String> withheld) {
        var told = new TreeMap<>(counts);
        told.keySet().removeAll(withheld);
        return told;
    }

    private static Set<String> small(Map<String, Long> counts) {
        var small = new HashSet<String>();
        counts.forEach((key, count) -> {
            if (SmallCounts.isSmall(count)) {
                small.add(key);
            }
        });
        return small;
    }

    private static String group(String key) {
        return key.isEmpty() ? "" : key.substring(0, 1);
    }
}

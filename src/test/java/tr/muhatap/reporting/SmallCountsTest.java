package tr.muhatap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tr.muhatap.reporting.SmallCounts.Withheld;

class SmallCountsTest {

    @Test
    void aSmallCountIsWithheldWithTheSmallestLargeOne() {
        assertThat(SmallCounts.of(Map.of("a", 4L, "b", 9L, "c", 7L, "d", 0L)))
                .isEqualTo(new Withheld(Set.of("a", "c"), true));
        assertThat(SmallCounts.of(Map.of("a", 5L, "b", 0L))).isEqualTo(new Withheld(Set.of(), true));
        assertThat(SmallCounts.of(Map.of("a", 1L, "b", 4L))).isEqualTo(new Withheld(Set.of("a", "b"), false));
    }

    /** A topic's count follows from its unit's total else. */
    @Test
    void eachGroupWithASmallCountLacksALargeOne() {
        var counts = Map.of("x1", 8L, "x2", 2L, "y1", 6L, "y2", 30L, "z1", 3L);

        assertThat(SmallCounts.inGroups(counts, key -> key.substring(0, 1)))
                .isEqualTo(new Withheld(Set.of("x1", "x2", "z1"), true));
        assertThat(SmallCounts.inGroups(Map.of("z1", 3L, "y1", 6L), key -> key.substring(0, 1)))
                .isEqualTo(new Withheld(Set.of("z1", "y1"), true));
    }

    @Property(tries = 500)
    void nothingSmallIsToldOrFollowsFromTheTotal(
            @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 12) Long> numbers) {
        var counts = new HashMap<String, Long>();
        numbers.forEach(number -> counts.put("k" + counts.size(), number));
        for (var withheld : List.of(
                SmallCounts.of(counts), SmallCounts.inGroups(counts, key -> String.valueOf(key.hashCode() % 3)))) {
            var told = new HashMap<>(counts);
            told.keySet().removeAll(withheld.keys());
            assertThat(told.values()).allMatch(count -> count == 0 || count >= SmallCounts.LEAST);
            if (withheld.total() && !withheld.keys().isEmpty()) {
                // What lacks in the sum of the table is more than any small count, and of two at least
                long lacking = withheld.keys().stream()
                        .mapToLong(key -> counts.getOrDefault(key, 0L))
                        .sum();
                assertThat(withheld.keys()).hasSizeGreaterThan(1);
                assertThat(lacking).isGreaterThan(SmallCounts.LEAST);
            }
        }
    }
}

package tr.muhatap.denetim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.denetim.Draw.Member;

/** A sample is reproducible from its seed, regardless of the order, and each stratum has its share. */
class DrawTest {

    private static List<Member> office(int calls, int desks, int mails) {
        return IntStream.range(0, calls + desks + mails)
                .mapToObj(each -> new Member(
                        "2026-%06d".formatted(each),
                        each < calls ? "ALO 153" : each < calls + desks ? "Beyaz Masa" : "CİMER"))
                .toList();
    }

    @Test
    void theSameSeedDrawsTheSameFromWhateverOrder() {
        var office = office(60, 30, 10);
        var shuffled = new ArrayList<>(office);
        Collections.reverse(shuffled);

        assertThat(Draw.of(shuffled, "ekim", 20))
                .isEqualTo(Draw.of(office, "ekim", 20))
                .doesNotHaveDuplicates();
        assertThat(Draw.of(office, "kasım", 20)).isNotEqualTo(Draw.of(office, "ekim", 20));
    }

    @ParameterizedTest
    @CsvSource({
        "60,30,10,10,6,3,1",
        "60,30,10,100,60,30,10",
        "60,30,10,500,60,30,10",
        "98,1,1,10,8,1,1",
        "98,1,1,2,1,1,0",
        "5,0,0,3,3,0,0",
        "0,0,0,3,0,0,0"
    })
    void eachStratumHasItsShare(int calls, int desks, int mails, int size, int a, int b, int c) {
        var drawn = Draw.of(office(calls, desks, mails), "tohum", size).stream()
                .collect(Collectors.groupingBy(Member::stratum, Collectors.counting()));

        assertThat(drawn.getOrDefault("ALO 153", 0L)).isEqualTo(a);
        assertThat(drawn.getOrDefault("Beyaz Masa", 0L)).isEqualTo(b);
        assertThat(drawn.getOrDefault("CİMER", 0L)).isEqualTo(c);
    }

    /** Uniform: over many seeds no application is drawn much more often than another. */
    @Test
    void noneIsPreferred() {
        var office = office(50, 0, 0);
        var times = IntStream.range(0, 2_000)
                .boxed()
                .flatMap(seed -> Draw.of(office, "t" + seed, 5).stream())
                .collect(Collectors.groupingBy(Member::number, Collectors.counting()));

        assertThat(times).hasSize(50);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(140L, 260L));
    }
}

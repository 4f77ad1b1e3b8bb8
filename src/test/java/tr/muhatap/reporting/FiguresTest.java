package tr.muhatap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.channel.Channel;
import tr.muhatap.reporting.BarPicture.Bar;
import tr.muhatap.reporting.Report.Figure;

class FiguresTest {

    private static final Channel ANY = Channel.values()[0];

    @Test
    void onTimeCountsOpenLateOnesAndNoOthersThatAreOpen() {
        var standing = Standing.of(List.of(
                cell(Outcome.OLUMLU, false, 6),
                cell(Outcome.OLUMSUZ, true, 1),
                cell(null, true, 3),
                cell(null, false, 90)));

        assertThat(standing).isEqualTo(new Standing(6, 1, 90, 3));
        assertThat(standing.onTime()).isEqualTo(OptionalDouble.of(0.6));
        assertThat(standing.late()).isEqualTo(4);
        assertThat(standing.all()).isEqualTo(100);
        assertThat(Standing.of(List.of(cell(null, false, 5))).onTime()).isEmpty();
    }

    @Property(tries = 200)
    void daysAreThoseOfASortedList(@ForAll @Size(min = 1, max = 60) List<@IntRange(max = 90) Integer> days) {
        var durations = new Durations();
        days.forEach(each -> durations.add(each, 1));
        var sorted = new ArrayList<>(days);
        sorted.sort(null);

        assertThat(durations.average().orElseThrow())
                .isCloseTo(
                        days.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                        org.assertj.core.data.Offset.offset(1e-9));
        for (int percent : List.of(50, 90)) {
            int rank = (sorted.size() * percent + 99) / 100;
            assertThat(durations.percentile(percent)).hasValue(sorted.get(rank - 1));
        }
    }

    @Test
    void nothingClosedHasNoDays() {
        assertThat(new Durations().average()).isEmpty();
        assertThat(Durations.of(Map.of()).percentile(50)).isEmpty();
        assertThat(Figure.days(new Durations().percentile(50)).text()).isEqualTo("—");
    }

    @Test
    void figuresAreWrittenAsTurkishDoesAndAZeroLeadsNowhere() {
        assertThat(Figure.count(12_345, "/basvurular")).isEqualTo(new Figure("12.345", 12_345L, "/basvurular"));
        assertThat(Figure.count(0, "/basvurular").link()).isNull();
        assertThat(Figure.percent(OptionalDouble.of(0.8534)).text()).isEqualTo("%85,3");
    }

    @Test
    void aPictureNamesItsBarsAndEscapesThem() {
        assertThat(BarPicture.of("a", "Başlık", List.of(new Bar("<Kurum>", 1, 1, "2")), null))
                .contains("&lt;Kurum&gt;", "width=\"50.00%\"", "url(#tarama-a)", "aria-label=\"Başlık\"");
        assertThat(BarPicture.of("a", "Başlık", List.of(new Bar("Yok", 0, 0, "0")), null))
                .isNull();
    }

    private static Cell cell(@org.jspecify.annotations.Nullable Outcome outcome, boolean late, long count) {
        return new Cell(ANY, Kind.SIKAYET, YearMonth.of(2026, 5), null, null, outcome, late, count);
    }
}

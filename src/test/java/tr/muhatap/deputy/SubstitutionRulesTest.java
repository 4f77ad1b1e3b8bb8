package tr.muhatap.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.problem.FieldError;
import tr.muhatap.problem.InvalidInputException;

/** Who may stand in for whom, and for how long. */
class SubstitutionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 18);
    private static final List<String> FEN = List.of("birim-fen-isleri");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-05-18, 2026-05-18, -",
                "2026-05-20, 2026-05-19, lastDay",
                "2026-05-01, 2026-05-17, lastDay",
                "2026-05-01, 2026-05-18, -",
                "2026-05-18, 2026-11-14, -",
                "2026-05-18, 2026-11-15, lastDay"
            })
    void theDaysAreInOrderAheadAndNotTooMany(LocalDate first, LocalDate last, String fault) {
        assertThat(faults(one("fen", "ali", first, last), FEN, FEN, List.of()))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void bothAreInAGroupThatHasTasks() {
        var wanted = one("fen", "ali", TODAY, TODAY);

        assertThat(faults(wanted, FEN, List.of("birim-park-bahceler"), List.of()))
                .containsExactly("deputy");
        assertThat(faults(wanted, FEN, List.of("x", "birim-fen-isleri"), List.of()))
                .isEmpty();
        assertThat(faults(wanted, List.of(), FEN, List.of())).containsExactly("absent", "deputy");
        assertThat(faults(one("fen", "fen", TODAY, TODAY), FEN, FEN, List.of())).containsExactly("deputy");
    }

    @Test
    void nobodyHasTwoDeputiesNorOneWhoIsAbsentToo() {
        var wanted = one("fen", "ali", TODAY, TODAY.plusDays(2));

        assertThat(faults(wanted, FEN, FEN, List.of(one("fen", "can", TODAY.plusDays(2), TODAY.plusDays(3)))))
                .containsExactly("firstDay");
        assertThat(faults(wanted, FEN, FEN, List.of(one("fen", "can", TODAY.plusDays(3), TODAY.plusDays(4)))))
                .isEmpty();
        assertThat(faults(wanted, FEN, FEN, List.of(one("ali", "can", TODAY.minusDays(1), TODAY))))
                .containsExactly("deputy");
        assertThat(faults(wanted, FEN, FEN, List.of(one("can", "ali", TODAY, TODAY))))
                .isEmpty();
        assertThat(faults(wanted, FEN, FEN, List.of(one("can", "fen", TODAY, TODAY))))
                .as("whoever stands in for somebody is there")
                .containsExactly("firstDay");
        assertThat(faults(wanted, FEN, FEN, List.of(one("can", "fen", TODAY.plusDays(3), TODAY.plusDays(9)))))
                .isEmpty();
    }

    @Test
    void itEndsByItself() {
        var one = one("fen", "ali", TODAY, TODAY.plusDays(1));

        assertThat(one.isOn(TODAY.minusDays(1))).isFalse();
        assertThat(one.isOn(TODAY)).isTrue();
        assertThat(one.isOn(TODAY.plusDays(1))).isTrue();
        assertThat(one.isOn(TODAY.plusDays(2))).isFalse();
        assertThat(one.concerns("fen")).isTrue();
        assertThat(one.concerns("ali")).isTrue();
        assertThat(one.concerns("can")).isFalse();
    }

    private static Substitution one(String absent, String deputy, LocalDate first, LocalDate last) {
        return new Substitution(1, absent, deputy, first, last, "yonetici");
    }

    private static List<String> faults(
            Substitution wanted, List<String> absent, List<String> deputy, List<Substitution> others) {
        var refused = catchThrowableOfType(
                InvalidInputException.class, () -> SubstitutionRules.check(wanted, absent, deputy, others, TODAY));
        return refused == null
                ? List.of()
                : refused.errors().stream().map(FieldError::field).toList();
    }
}

package tr.muhatap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.reporting.InformationYear.Origin;
import tr.muhatap.reporting.InformationYear.Row;

/** The annual counts over random offices, against a count that walks the days of the year. */
class InformationYearPropertyTest {

    private static final Period YEAR = Period.ofYear(2026);

    @Property(tries = 300)
    void everyApplicationThatWasOpenCountsOnceByHowItStandsAtTheEnd(@ForAll("offices") List<Round> office) {
        var counted = new InformationYear(YEAR, office, List.of());

        var byRow = new ArrayList<String>();
        for (var row : Row.values()) {
            var naive = numbers(office).stream()
                    .filter(number -> row == naiveRow(of(office, number)))
                    .toList();
            assertThat(counted.numbers(row)).as(row.name()).containsExactlyInAnyOrderElementsOf(naive);
            byRow.addAll(counted.numbers(row));
        }
        assertThat(byRow).doesNotHaveDuplicates();
        assertThat(counted.decided() + counted.undecided()).isEqualTo(counted.all());
        assertThat(counted.count(Origin.GELEN))
                .isEqualTo(office.stream()
                        .filter(round -> round.round() == 0 && YEAR.contains(round.begunOn()))
                        .filter(round -> !isOpenOn(
                                of(office, round.number()), YEAR.from().minusDays(1)))
                        .count());
        long withGround = 0;
        for (var ground : RefusalGround.values()) {
            for (var row : Row.values()) {
                withGround += counted.onGround(row, ground);
            }
        }
        assertThat(withGround).isLessThanOrEqualTo(counted.decided());
    }

    /** Null if it was not open on any day of the year. */
    private static @Nullable Row naiveRow(List<Round> own) {
        boolean wasOpen = false;
        for (var day = YEAR.from(); !day.isAfter(YEAR.until()); day = day.plusDays(1)) {
            wasOpen |= isOpenOn(own, day);
        }
        if (!wasOpen) {
            return null;
        }
        Round last = null;
        for (var round : own) {
            if (!round.begunOn().isAfter(YEAR.until()) && (last == null || round.round() > last.round())) {
                last = round;
            }
        }
        if (last == null || last.closedOn() == null || last.closedOn().isAfter(YEAR.until())) {
            return Row.BEKLEYEN;
        }
        String outcome = String.valueOf(last.outcome());
        if (last.secretPartsRemoved()
                && List.of("OLUMLU", "KISMEN", "PROGRAMA_ALINDI", "BILGI_VERILDI")
                        .contains(outcome)) {
            return Row.AYRILAN;
        }
        if (List.of("OLUMLU", "PROGRAMA_ALINDI", "BILGI_VERILDI").contains(outcome)) {
            return Row.OLUMLU;
        }
        if (List.of("OLUMSUZ", "ISLEME_KONULMADI").contains(outcome)) {
            return Row.RET;
        }
        if (outcome.equals("KISMEN")) {
            return Row.KISMEN;
        }
        if (outcome.equals("YONLENDIRILDI")) {
            return Row.YONLENDIRILEN;
        }
        if (outcome.equals("MUKERRER")) {
            return Row.BIRLESTIRILEN;
        }
        return last.lapsed() ? Row.VAZGECMIS_SAYILAN : Row.VAZGECEN;
    }

    /** Closed on a day, it was open on it. */
    private static boolean isOpenOn(List<Round> own, LocalDate day) {
        return own.stream()
                .anyMatch(round -> !round.begunOn().isAfter(day)
                        && (round.closedOn() == null || !round.closedOn().isBefore(day)));
    }

    private static List<Round> of(List<Round> office, String number) {
        return office.stream().filter(round -> round.number().equals(number)).toList();
    }

    private static List<String> numbers(List<Round> office) {
        return office.stream().map(Round::number).distinct().toList();
    }

    /** Each application with rounds one behind the other, the last one perhaps open, all shuffled. */
    @Provide
    Arbitrary<List<Round>> offices() {
        return Arbitraries.longs().map(InformationYearPropertyTest::office);
    }

    private static List<Round> office(long seed) {
        var random = new Random(seed);
        var rounds = new ArrayList<Round>();
        int applications = random.nextInt(30);
        for (int i = 0; i < applications; i++) {
            var day = YEAR.from().plusDays(random.nextInt(500) - 100);
            int many = 1 + random.nextInt(3);
            for (int round = 0; round < many; round++) {
                boolean open = round == many - 1 && random.nextInt(4) == 0;
                var closed = open ? null : day.plusDays(random.nextInt(60));
                var outcome = open ? null : any(random, Outcome.values());
                rounds.add(new Round(
                        "2026-" + i,
                        round,
                        day,
                        closed,
                        outcome,
                        outcome == Outcome.KISMEN || outcome == Outcome.OLUMSUZ
                                ? any(random, RefusalGround.values())
                                : null,
                        random.nextInt(4) == 0 && outcome != Outcome.OLUMSUZ,
                        outcome == Outcome.VAZGECILDI && random.nextBoolean()));
                if (closed != null) {
                    day = closed.plusDays(random.nextInt(120));
                }
            }
        }
        Collections.shuffle(rounds, random);
        return rounds;
    }

    private static <E> E any(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }
}

package tr.muhatap.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.CountingRules;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.OutsideHolidayTableException;
import tr.muhatap.channel.Channel;

/**
 * Compares the computation with a deliberately naive one, which shares no code with it: it lists the days, strikes out
 * the closed ones and counts.
 */
class DeadlinesPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);

    /** What the office has set and entered beyond the official list. */
    record Office(CountingRules rules, List<Holiday> entries) {

        Deadlines deadlines() {
            return new Deadlines(new ServiceStandardsFixture(), HolidaysFixture.workingDays(entries, rules));
        }
    }

    @Property
    void theLastDayIsTheNaiveOne(
            @ForAll("offices") Office office,
            @ForAll("channels") Channel channel,
            @ForAll boolean extended,
            @ForAll("daysOfReceipt") LocalDate receivedOn) {
        var deadline = office.deadlines().derive(channel, receivedOn, extended).deadline();

        assertThat(deadline.lastDay()).isEqualTo(Naive.lastDay(office, channel, receivedOn, extended));
        assertThat(deadline.lateFrom().atOffset(ZoneOffset.ofHours(3)))
                .isEqualTo(OffsetDateTime.parse(deadline.lastDay().plusDays(1) + "T00:00:00+03:00"));
    }

    @Property
    void theDerivationHasEveryDayOnceAndCountsToTheLimit(
            @ForAll("offices") Office office,
            @ForAll("channels") Channel channel,
            @ForAll boolean extended,
            @ForAll("daysOfReceipt") LocalDate receivedOn) {
        var derivation = office.deadlines().derive(channel, receivedOn, extended);

        var date = receivedOn;
        int day = 0;
        for (var step : derivation.steps()) {
            date = date.plusDays(1);
            assertThat(step.date()).isEqualTo(date);
            if (step.day() == null) {
                assertThat(step.note()).isNotBlank();
            } else {
                day++;
                assertThat(step.day()).isEqualTo(day);
            }
        }
        assertThat(date).isEqualTo(derivation.deadline().lastDay());
        assertThat(day).isEqualTo(derivation.deadline().limit());
    }

    @Property
    void theHourOfReceiptDoesNotMatter(
            @ForAll("offices") Office office,
            @ForAll("channels") Channel channel,
            @ForAll("daysOfReceipt") LocalDate receivedOn,
            @ForAll("secondsOfDay") int second) {
        var receivedAt = receivedOn.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.ofHours(3));

        assertThat(office.deadlines().limit(channel, receivedAt))
                .isEqualTo(office.deadlines().derive(channel, receivedOn, false).deadline());
    }

    @Property
    void whoComesLaterIsNeverDueEarlier(
            @ForAll("offices") Office office,
            @ForAll("channels") Channel channel,
            @ForAll boolean extended,
            @ForAll("daysOfReceipt") LocalDate receivedOn) {
        var deadlines = office.deadlines();

        assertThat(deadlines
                        .derive(channel, receivedOn.plusDays(1), extended)
                        .deadline()
                        .lastDay())
                .isAfterOrEqualTo(deadlines
                        .derive(channel, receivedOn, extended)
                        .deadline()
                        .lastDay());
    }

    @Property
    void theSecondLimitIsTheNaiveOne(@ForAll("offices") Office office, @ForAll("daysOfReceipt") LocalDate lateOn) {
        var lateFrom = lateOn.atStartOfDay().toInstant(ZoneOffset.ofHours(3));

        var expected = Naive.finger(Naive.open(office, lateOn), 3);
        assertThat(office.deadlines()
                        .secondLimit(Channel.CIMER, Counting.from(lateOn, 1), lateFrom)
                        .atOffset(ZoneOffset.ofHours(3)))
                .isEqualTo(OffsetDateTime.parse(expected + "T00:00:00+03:00"));
    }

    @Property
    void daysLeftReachZeroOnTheLastDayAndAreNegativeExactlyWhenLate(
            @ForAll("offices") Office office,
            @ForAll("channels") Channel channel,
            @ForAll("daysOfReceipt") LocalDate receivedOn,
            @ForAll("daysPassed") int daysPassed) {
        var deadlines = office.deadlines();
        var deadline = deadlines.derive(channel, receivedOn, false).deadline();
        var today = receivedOn.plusDays(daysPassed);

        int left = deadlines.daysLeft(deadline, today);

        assertThat(left < 0).isEqualTo(today.isAfter(deadline.lastDay()));
        if (deadline.unit() == DayUnit.IS_GUNU && !today.isAfter(deadline.lastDay())) {
            assertThat(left).isEqualTo((int) Naive.open(office, today).stream()
                    .filter(day -> !day.isAfter(deadline.lastDay()))
                    .count());
        }
        assertThat(deadlines.daysLeft(deadline, deadline.lastDay())).isZero();
    }

    @Property(tries = 200)
    void aLimitThatReachesBeyondTheTableIsRefused(
            @ForAll("channels") Channel channel, @ForAll boolean extended, @ForAll("lastDays") LocalDate receivedOn) {
        var office = new Office(CountingRules.DEFAULT, HolidaysFixture.officialList());
        var lastDay = Naive.lastDayWithin(office, channel, receivedOn, extended);

        if (lastDay == null) {
            assertThatExceptionOfType(OutsideHolidayTableException.class)
                    .isThrownBy(() -> office.deadlines().derive(channel, receivedOn, extended));
        } else {
            assertThat(office.deadlines()
                            .derive(channel, receivedOn, extended)
                            .deadline()
                            .lastDay())
                    .isEqualTo(lastDay);
        }
    }

    @Provide
    Arbitrary<Channel> channels() {
        return Arbitraries.of(Channel.values());
    }

    @Provide
    Arbitrary<Office> offices() {
        var rules = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((rollLastDay, halfDayCounts, leaveMoves) ->
                        new CountingRules(rollLastDay, halfDayCounts, leaveMoves, false, true));
        var day = Combinators.combine(days(FIRST, LAST), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((date, half, leave) -> new Holiday(date, "Ek gün", half, leave));
        return Combinators.combine(rules, day.list().ofMaxSize(40).withoutEdgeCases())
                .as((rule, more) -> {
                    var entries = new TreeMap<LocalDate, Holiday>();
                    HolidaysFixture.officialList().forEach(entry -> entries.put(entry.date(), entry));
                    more.forEach(entry -> entries.put(entry.date(), entry));
                    // Each year keeps one sure entry, so that it stays in the table
                    for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
                        entries.put(
                                LocalDate.of(year, 1, 1),
                                new Holiday(LocalDate.of(year, 1, 1), "Yılbaşı", false, false));
                    }
                    return new Office(rule, List.copyOf(entries.values()));
                });
    }

    @Provide
    Arbitrary<LocalDate> daysOfReceipt() {
        return days(FIRST, LAST.minusDays(120));
    }

    @Provide
    Arbitrary<LocalDate> lastDays() {
        return days(LAST.minusDays(60), LAST);
    }

    @Provide
    Arbitrary<Integer> secondsOfDay() {
        return Arbitraries.integers().between(0, 24 * 60 * 60 - 1);
    }

    @Provide
    Arbitrary<Integer> daysPassed() {
        return Arbitraries.integers().between(0, 60);
    }

    private static Arbitrary<LocalDate> days(LocalDate from, LocalDate to) {
        return Arbitraries.longs().between(from.toEpochDay(), to.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    private static final class Naive {

        private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        static LocalDate lastDay(Office office, Channel channel, LocalDate receivedOn, boolean extended) {
            return Objects.requireNonNull(lastDayWithin(office, channel, receivedOn, extended));
        }

        /** Null if the list of days ends before the limit does. */
        static @Nullable LocalDate lastDayWithin(
                Office office, Channel channel, LocalDate receivedOn, boolean extended) {
            var open = open(office, receivedOn);
            if (channel == Channel.BILGI_EDINME) {
                return finger(open, extended ? 30 : 15);
            }
            boolean fifteen = channel == Channel.CIMER || channel == Channel.ACIK_KAPI;
            var end = LocalDate.ofEpochDay(receivedOn.toEpochDay() + (fifteen ? 15 : 10));
            if (end.getYear() > LAST.getYear()) {
                return null;
            }
            if (!office.rules().rollLastDay()) {
                return end;
            }
            return open.stream()
                    .filter(day -> day.compareTo(end) >= 0)
                    .findFirst()
                    .orElse(null);
        }

        static @Nullable LocalDate finger(List<LocalDate> open, int count) {
            return open.size() < count ? null : open.get(count - 1);
        }

        /** Every day the office is open after a day, up to the end of the table but at most 120 days on. */
        static List<LocalDate> open(Office office, LocalDate after) {
            var strip = new ArrayList<LocalDate>();
            for (int i = 1; i <= 120 && !after.plusDays(i).isAfter(LAST); i++) {
                strip.add(after.plusDays(i));
            }
            strip.removeIf(day -> WEEKEND.contains(day.getDayOfWeek()));
            for (var entry : office.entries()) {
                if (entry.leave() && !office.rules().leaveMoves()) {
                    continue;
                }
                if (entry.half() && office.rules().halfDayCounts()) {
                    continue;
                }
                strip.remove(entry.date());
            }
            return strip;
        }
    }
}

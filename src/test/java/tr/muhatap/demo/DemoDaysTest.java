package tr.muhatap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandardsFixture;

/** The demonstration shows late applications at both levels, whatever day it is started on. */
class DemoDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** The list of holidays ends with this year, and limits of its last weeks lead beyond it. */
    private static final LocalDate LAST = LocalDate.of(2032, 11, 30);

    private final Deadlines deadlines = new Deadlines(new ServiceStandardsFixture(), HolidaysFixture.workingDays());

    @Test
    void someAreLateAndSomeLateTwiceOnEveryDay() {
        assertThat(days()).isNotEmpty().allSatisfy(today -> {
            assertThat(late(today, DemoData.LATE_DAYS)).as("late").hasSizeGreaterThan(2);
            assertThat(lateTwice(today)).as("late twice").isNotEmpty();
        });
    }

    @Test
    void noneIsOlderThanTheDemonstrationsThirtyDays() {
        assertThat(days())
                .isNotEmpty()
                .allSatisfy(today ->
                        assertThat(came(today, DemoData.LATE_TWICE_DAYS)).isAfter(today.minusDays(30)));
    }

    @Test
    void withoutHolidaysTheyAreDaysOfTheCalendar() {
        assertThat(came(LocalDate.of(2026, 3, 2), 14)).isEqualTo(LocalDate.of(2026, 2, 16));
        // Of the days from 24 to 29 April 2029 two are a week's end, the rest are a feast; 23 April and 1 May are off,
        // too
        assertThat(came(LocalDate.of(2029, 5, 2), 14)).isEqualTo(LocalDate.of(2029, 4, 12));
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST);
    }

    private List<Channel> late(LocalDate today, int daysAgo) {
        return Arrays.stream(Channel.values())
                .filter(channel -> !deadlines
                        .derive(channel, came(today, daysAgo), false)
                        .deadline()
                        .lateFrom()
                        .isAfter(today.atStartOfDay(OfficeClock.ISTANBUL).toInstant()))
                .toList();
    }

    private List<Channel> lateTwice(LocalDate today) {
        var received = came(today, DemoData.LATE_TWICE_DAYS);
        return late(today, DemoData.LATE_TWICE_DAYS).stream()
                .filter(channel -> !deadlines
                        .secondLimit(
                                channel,
                                deadlines.countingFrom(received),
                                deadlines
                                        .derive(channel, received, false)
                                        .deadline()
                                        .lateFrom())
                        .isAfter(today.atStartOfDay(OfficeClock.ISTANBUL).toInstant()))
                .toList();
    }

    private static LocalDate came(LocalDate today, int daysAgo) {
        return DemoDays.before(today, daysAgo, HolidaysFixture.workingDays().calendar());
    }
}

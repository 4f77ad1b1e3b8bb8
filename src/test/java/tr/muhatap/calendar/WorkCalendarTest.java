package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 3);

    @ParameterizedTest(name = "half {0}, leave {1}; half day counts {2}, leave moves {3}: working day {4}")
    @CsvSource({
        "false, false, true,  false, false",
        "false, false, false, true,  false",
        "true,  false, true,  false, true",
        "true,  false, false, false, false",
        "false, true,  true,  false, true",
        "false, true,  true,  true,  false",
        "false, true,  false, true,  false",
        // half a day of leave moves a limit only where both settings say so
        "true,  true,  true,  false, true",
        "true,  true,  false, false, true",
        "true,  true,  true,  true,  true",
        "true,  true,  false, true,  false"
    })
    void anEntryClosesTheOfficeAsTheRulesSay(
            boolean half, boolean leave, boolean halfDayCounts, boolean leaveMoves, boolean workingDay) {
        var calendar = new WorkCalendar(
                HolidaysFixture.officialListAnd(new Holiday(WEDNESDAY, "Gün", half, leave)),
                new CountingRules(true, halfDayCounts, leaveMoves, false, true));

        assertThat(calendar.isWorkingDay(WEDNESDAY)).isEqualTo(workingDay);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-05, true", "2026-06-06, false", "2026-06-07, false", "2026-06-08, true"})
    void weekendsAreNoWorkingDays(LocalDate date, boolean workingDay) {
        assertThat(calendar().isWorkingDay(date)).isEqualTo(workingDay);
        assertThat(WorkCalendar.isWeekend(date)).isEqualTo(!workingDay);
    }

    @Test
    void aHalfDayOnAWeekendStaysAWeekend() {
        assertThat(calendar().isWorkingDay(LocalDate.of(2024, 6, 15))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-03, 2026-06-03", "2026-06-06, 2026-06-08", "2026-05-27, 2026-06-01"})
    void theNextWorkingDayMayBeTheDayItself(LocalDate from, LocalDate expected) {
        assertThat(calendar().workingDayFrom(from)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-06, 0, 2026-06-06", "2026-06-06, 1, 2026-06-08", "2026-06-05, 6, 2026-06-15"})
    void workingDaysAreAddedWithoutTheFirst(LocalDate from, int days, LocalDate expected) {
        assertThat(calendar().plusWorkingDays(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05, 2026-06-05, 0",
        "2026-06-05, 2026-06-04, 0",
        "2026-06-05, 2026-06-07, 0",
        "2026-06-05, 2026-06-08, 1",
        "2026-06-04, 2026-06-05, 1",
        "2026-05-18, 2026-06-12, 15"
    })
    void workingDaysBetweenCountTheLastAndNotTheFirst(LocalDate from, LocalDate to, int expected) {
        assertThat(calendar().workingDaysBetween(from, to)).isEqualTo(expected);
    }

    @Test
    void theLastDayOfTheTableIsKnownAndTheNextIsNot() {
        assertThat(calendar().isWorkingDay(LocalDate.of(2032, 12, 31))).isTrue();
        assertThatExceptionOfType(OutsideHolidayTableException.class)
                .isThrownBy(() -> calendar().isWorkingDay(LocalDate.of(2033, 1, 1)))
                .satisfies(refusal -> assertThat(refusal.year()).isEqualTo(2033))
                .satisfies(refusal -> assertThat(refusal.faultOf("receivedAt").errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.field()).isEqualTo("receivedAt");
                            assertThat(error.message()).isEqualTo(refusal.getMessage());
                        }))
                .withMessageStartingWith("Tatil tablosunda 2033 yılı yok;");
    }

    @Test
    void leaveAloneDoesNotOpenAYear() {
        var leave = new Holiday(LocalDate.of(2033, 1, 3), "İdari izin", false, true);
        var yearsDay = new Holiday(LocalDate.of(2033, 1, 1), "Yılbaşı", false, false);

        assertThatExceptionOfType(OutsideHolidayTableException.class)
                .isThrownBy(() -> calendar(leave).isWorkingDay(LocalDate.of(2033, 1, 4)));
        assertThat(calendar(leave, yearsDay).isWorkingDay(LocalDate.of(2033, 1, 4)))
                .isTrue();
    }

    @Test
    void aMistypedYearDoesNotOpenTheYearsBefore() {
        var calendar = calendar(new Holiday(LocalDate.of(2062, 6, 3), "Seçim", false, false));

        assertThatExceptionOfType(OutsideHolidayTableException.class)
                .isThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2033, 1, 4)));
    }

    @Test
    void anEmptyTableKnowsNothing() {
        assertThatExceptionOfType(OutsideHolidayTableException.class)
                .isThrownBy(() -> new WorkCalendar(List.of(), CountingRules.DEFAULT).isWorkingDay(WEDNESDAY));
    }

    private static WorkCalendar calendar(Holiday... more) {
        return new WorkCalendar(HolidaysFixture.officialListAnd(more), CountingRules.DEFAULT);
    }
}

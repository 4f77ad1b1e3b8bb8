package tr.muhatap.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.calendar.CountingRules;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.OutsideHolidayTableException;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;

class DeadlinesTest {

    private static final CountingRules NO_ROLLING = new CountingRules(false, true, false, false, true);
    private static final CountingRules HALF_DAYS_OFF = new CountingRules(true, false, false, false, true);
    private static final CountingRules LEAVE_MOVES = new CountingRules(true, true, true, false, true);

    private final Deadlines deadlines = givenDeadlines(CountingRules.DEFAULT);

    @ParameterizedTest(name = "{0}, extended {1}, received on {2}: {3}")
    @CsvSource({
        "BILGI_EDINME, false, 2026-05-18, 2026-06-12",
        "BILGI_EDINME, true,  2026-05-18, 2026-07-03",
        "ALO_153,      false, 2026-05-18, 2026-06-01",
        "CIMER,        false, 2026-05-18, 2026-06-02",
        "BILGI_EDINME, false, 2025-10-15, 2025-11-06",
        "DIJITAL,      false, 2025-10-15, 2025-10-27",
        "ACIK_KAPI,    false, 2027-05-03, 2027-05-20",
        "BILGI_EDINME, false, 2024-06-03, 2024-06-27"
    })
    void theWorkedExamplesOfTheLawComeOut(Channel channel, boolean extended, LocalDate receivedOn, LocalDate lastDay) {
        var derivation = deadlines.derive(channel, receivedOn, extended);

        assertThat(derivation.deadline().lastDay()).isEqualTo(lastDay);
        assertThat(derivation.deadline().lateFrom())
                .isEqualTo(OffsetDateTime.parse(lastDay.plusDays(1) + "T00:00:00+03:00")
                        .toInstant());
    }

    @Test
    void theLimitCarriesTheRowOfTheTable() {
        var deadline = deadlines.limit(Channel.BILGI_EDINME, Instant.parse("2026-05-18T07:15:00Z"), true);

        assertThat(deadline)
                .isEqualTo(new Deadline(
                        30,
                        DayUnit.IS_GUNU,
                        LocalDate.of(2026, 7, 3),
                        Instant.parse("2026-07-03T21:00:00Z"),
                        "4982 md. 11"));
    }

    @ParameterizedTest(name = "received at {0}: {1}")
    @CsvSource({
        "2026-05-18T00:00:00+03:00,     2026-06-01",
        "2026-05-18T23:59:59.999+03:00, 2026-06-01",
        "2026-05-17T20:59:59Z,          2026-06-01",
        "2026-05-17T21:00:00Z,          2026-06-01",
        "2026-05-18T20:59:59Z,          2026-06-01",
        "2026-05-18T21:00:00Z,          2026-06-01",
        "2026-05-21T20:59:59Z,          2026-06-01",
        "2026-05-22T21:00:00Z,          2026-06-02"
    })
    void theDayOfReceiptIsTheDayInIstanbul(OffsetDateTime receivedAt, LocalDate lastDay) {
        assertThat(deadlines.limit(Channel.ALO_153, receivedAt.toInstant()).lastDay())
                .isEqualTo(lastDay);
    }

    @Test
    void everyDayOfALimitInWorkingDaysIsExplained() {
        var steps = deadlines
                .derive(Channel.BILGI_EDINME, LocalDate.of(2026, 5, 18), false)
                .steps();

        assertThat(steps)
                .extracting(step -> step.date().toString(), DerivationDay::day, DerivationDay::note)
                .startsWith(
                        tuple("2026-05-19", null, "Atatürk’ü Anma, Gençlik ve Spor Bayramı"),
                        tuple("2026-05-20", 1, null),
                        tuple("2026-05-21", 2, null),
                        tuple("2026-05-22", 3, null),
                        tuple("2026-05-23", null, "Cumartesi"),
                        tuple("2026-05-24", null, "Pazar"),
                        tuple("2026-05-25", 4, null),
                        tuple("2026-05-26", 5, "Kurban Bayramı arifesi (yarım gün)"),
                        tuple("2026-05-27", null, "Kurban Bayramı 1. gün"),
                        tuple("2026-05-28", null, "Kurban Bayramı 2. gün"),
                        tuple("2026-05-29", null, "Kurban Bayramı 3. gün"),
                        tuple("2026-05-30", null, "Cumartesi, Kurban Bayramı 4. gün"),
                        tuple("2026-05-31", null, "Pazar"),
                        tuple("2026-06-01", 6, null))
                .endsWith(tuple("2026-06-11", 14, null), tuple("2026-06-12", 15, null));
    }

    @Test
    void aLimitInCalendarDaysCountsHolidaysAndExplainsHowItRolls() {
        var steps = deadlines
                .derive(Channel.ALO_153, LocalDate.of(2026, 5, 18), false)
                .steps();

        assertThat(steps)
                .extracting(step -> step.date().toString(), DerivationDay::day, DerivationDay::note)
                .containsExactly(
                        tuple("2026-05-19", 1, "Atatürk’ü Anma, Gençlik ve Spor Bayramı"),
                        tuple("2026-05-20", 2, null),
                        tuple("2026-05-21", 3, null),
                        tuple("2026-05-22", 4, null),
                        tuple("2026-05-23", 5, null),
                        tuple("2026-05-24", 6, null),
                        tuple("2026-05-25", 7, null),
                        tuple("2026-05-26", 8, "Kurban Bayramı arifesi (yarım gün)"),
                        tuple("2026-05-27", 9, "Kurban Bayramı 1. gün"),
                        tuple("2026-05-28", 10, "Kurban Bayramı 2. gün"),
                        tuple("2026-05-29", null, "Kurban Bayramı 3. gün"),
                        tuple("2026-05-30", null, "Cumartesi, Kurban Bayramı 4. gün"),
                        tuple("2026-05-31", null, "Pazar"),
                        tuple("2026-06-01", null, "Süre izleyen iş gününde biter"));
    }

    @Test
    void withoutRollingTheLastDayMayBeAHoliday() {
        var derivation = givenDeadlines(NO_ROLLING).derive(Channel.ALO_153, LocalDate.of(2026, 5, 18), false);

        assertThat(derivation.deadline().lastDay()).isEqualTo("2026-05-28");
        assertThat(derivation.steps())
                .hasSize(10)
                .last()
                .isEqualTo(new DerivationDay(LocalDate.of(2026, 5, 28), 10, "Kurban Bayramı 2. gün"));
    }

    @Test
    void aLastDayOnAWeekendSaysWhyItRolls() {
        var steps = deadlines
                .derive(Channel.ALO_153, LocalDate.of(2026, 6, 3), false)
                .steps();

        assertThat(steps)
                .extracting(step -> step.date().toString(), DerivationDay::day, DerivationDay::note)
                .endsWith(
                        tuple("2026-06-12", 9, null),
                        tuple("2026-06-13", 10, "Cumartesi"),
                        tuple("2026-06-14", null, "Pazar"),
                        tuple("2026-06-15", null, "Süre izleyen iş gününde biter"));
    }

    @ParameterizedTest(name = "{0} received on {1}: {2} where half days count, else {3}")
    @CsvSource({
        // 2026-05-26 (Tuesday) is the eve of Kurban Bayramı, which lasts to Saturday 30th
        "ALO_153,      2026-05-16, 2026-05-26, 2026-06-01",
        "BILGI_EDINME, 2026-05-04, 2026-05-26, 2026-06-01",
        "BILGI_EDINME, 2026-05-18, 2026-06-12, 2026-06-15",
        // 2029-04-23 is an eve and a full holiday at once: never a working day
        "ALO_153,      2029-04-13, 2029-04-30, 2029-04-30"
    })
    void halfDaysCountAsTheOfficeSets(
            Channel channel, LocalDate receivedOn, LocalDate counting, LocalDate notCounting) {
        assertThat(lastDay(deadlines, channel, receivedOn)).isEqualTo(counting);
        assertThat(lastDay(givenDeadlines(HALF_DAYS_OFF), channel, receivedOn)).isEqualTo(notCounting);
    }

    @Test
    void administrativeLeaveMovesALimitOnlyWhereTheOfficeSaysSo() {
        var leave = new Holiday(LocalDate.of(2026, 6, 1), "İdari izin", false, true);
        var staying = givenDeadlines(CountingRules.DEFAULT, leave);
        var moving = givenDeadlines(LEAVE_MOVES, leave);
        var received = LocalDate.of(2026, 5, 18);

        assertThat(lastDay(staying, Channel.ALO_153, received)).isEqualTo("2026-06-01");
        assertThat(lastDay(moving, Channel.ALO_153, received)).isEqualTo("2026-06-02");
        assertThat(lastDay(staying, Channel.BILGI_EDINME, received)).isEqualTo("2026-06-12");
        assertThat(lastDay(moving, Channel.BILGI_EDINME, received)).isEqualTo("2026-06-15");
        assertThat(staying.derive(Channel.BILGI_EDINME, received, false).steps())
                .contains(new DerivationDay(LocalDate.of(2026, 6, 1), 6, "İdari izin (idari izin)"));
        assertThat(moving.derive(Channel.BILGI_EDINME, received, false).steps())
                .contains(new DerivationDay(LocalDate.of(2026, 6, 1), null, "İdari izin"));
    }

    @ParameterizedTest(name = "{0} {1} from {2}: office {3}, citizen {4}")
    @CsvSource({
        "15, IS_GUNU, 2026-10-16, 2026-11-09, 2026-11-10",
        "7,  IS_GUNU, 2026-10-19, 2026-10-28, 2026-10-30",
        "10, GUN,     2026-10-18, 2026-10-28, 2026-10-30",
        "15, GUN,     2026-05-11, 2026-05-26, 2026-06-01",
        "8,  GUN,     2026-05-18, 2026-05-26, 2026-06-01",
        "5,  GUN,     2026-05-04, 2026-05-11, 2026-05-11"
    })
    void theDoubtOfAHalfDayGoesAgainstTheOffice(
            int length, DayUnit unit, LocalDate from, LocalDate office, LocalDate citizen) {
        assertThat(deadlines.period(PeriodOf.OFFICE, from, length, unit, "x").lastDay())
                .isEqualTo(office);
        assertThat(deadlines.period(PeriodOf.CITIZEN, from, length, unit, "x").lastDay())
                .isEqualTo(citizen);
    }

    @Test
    void administrativeLeaveLengthensTheCitizensPeriodsAlone() {
        var withLeave =
                givenDeadlines(CountingRules.DEFAULT, new Holiday(LocalDate.of(2026, 6, 8), "Seçim", false, true));
        var from = LocalDate.of(2026, 6, 5);

        assertThat(withLeave
                        .period(PeriodOf.OFFICE, from, 1, DayUnit.IS_GUNU, "x")
                        .lastDay())
                .isEqualTo("2026-06-08");
        assertThat(withLeave
                        .period(PeriodOf.CITIZEN, from, 1, DayUnit.IS_GUNU, "x")
                        .lastDay())
                .isEqualTo("2026-06-09");
        assertThat(withLeave.rolled(PeriodOf.OFFICE, LocalDate.of(2026, 6, 8))).isEqualTo("2026-06-08");
        assertThat(withLeave.rolled(PeriodOf.CITIZEN, LocalDate.of(2026, 6, 8))).isEqualTo("2026-06-09");
    }

    @Test
    void theDerivationSaysWhosePeriodItIs() {
        var from = LocalDate.of(2026, 10, 27);
        var office = deadlines.derive(PeriodOf.OFFICE, from, 1, DayUnit.IS_GUNU, "x");
        var citizen = deadlines.derive(PeriodOf.CITIZEN, from, 1, DayUnit.IS_GUNU, "x");

        assertThat(office.whose()).isEqualTo(PeriodOf.OFFICE);
        assertThat(office.steps())
                .extracting(DerivationDay::note)
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note).contains("(yarım gün)"));
        assertThat(citizen.whose()).isEqualTo(PeriodOf.CITIZEN);
        assertThat(citizen.steps()).first().satisfies(step -> {
            assertThat(step.day()).isNull();
            assertThat(step.note()).endsWith("(yarım gün; başvuru sahibinin süresinde sayılmaz)");
        });
        assertThat(deadlines.derive(Channel.CIMER, from, false).whose()).isEqualTo(PeriodOf.OFFICE);
    }

    @ParameterizedTest(name = "{0} received on {1} ends on {2}")
    @CsvSource({
        "ALO_153,      2032-12-21, 2032-12-31",
        "CIMER,        2032-12-16, 2032-12-31",
        "BILGI_EDINME, 2032-12-10, 2032-12-31",
        "ALO_153,      2022-12-31, 2023-01-10",
        "BILGI_EDINME, 2026-12-31, 2027-01-22"
    })
    void aLimitMayEndOnTheLastDayTheTableKnows(Channel channel, LocalDate receivedOn, LocalDate lastDay) {
        assertThat(lastDay(deadlines, channel, receivedOn)).isEqualTo(lastDay);
    }

    @ParameterizedTest(name = "{0} received on {1} needs {2}")
    @CsvSource({
        "ALO_153,      2032-12-22, 2033",
        "CIMER,        2032-12-17, 2033",
        "BILGI_EDINME, 2032-12-13, 2033",
        "BILGI_EDINME, 2032-12-31, 2033",
        "ALO_153,      2022-12-30, 2022",
        "ALO_153,      9999-12-30, 9999"
    })
    void beyondTheTableNothingIsGuessed(Channel channel, LocalDate receivedOn, int missingYear) {
        assertThatExceptionOfType(OutsideHolidayTableException.class)
                .isThrownBy(() -> deadlines.derive(channel, receivedOn, false))
                .withMessageContaining(String.valueOf(missingYear))
                .satisfies(refusal -> assertThat(refusal.year()).isEqualTo(missingYear));
    }

    @ParameterizedTest(name = "late from {0}: second level at {1}")
    @CsvSource({
        "2026-06-02, 2026-06-05",
        "2026-06-05, 2026-06-10",
        "2026-06-06, 2026-06-10",
        "2026-06-07, 2026-06-10",
        // 26th is a half day, 27th to 30th Kurban Bayramı
        "2026-05-22, 2026-06-01",
        "2026-05-26, 2026-06-03"
    })
    void theSecondLimitIsTheBeginningOfTheThirdWorkingDayAfterLateness(LocalDate lateOn, LocalDate second) {
        var lateFrom = OffsetDateTime.parse(lateOn + "T00:00:00+03:00").toInstant();

        assertThat(deadlines.secondLimit(Channel.ALO_153, Counting.from(lateOn, 1), lateFrom))
                .isEqualTo(OffsetDateTime.parse(second + "T00:00:00+03:00").toInstant());
    }

    @ParameterizedTest(name = "on {0} {1} calendar days and {2} working days are left")
    @CsvSource({
        "2026-06-01, 11, 9",
        "2026-06-05, 7,  5",
        "2026-06-06, 6,  5",
        "2026-06-11, 1,  1",
        "2026-06-12, 0,  0",
        "2026-06-13, -1, -1",
        "2026-06-14, -2, -1",
        "2026-06-15, -3, -1",
        "2026-06-16, -4, -2",
        "2026-06-22, -10, -6"
    })
    void daysLeftAreCountedAsTheLimitCounts(LocalDate today, int calendarDays, int workingDays) {
        var lastDay = LocalDate.of(2026, 6, 12);

        assertThat(deadlines.daysLeft(givenDeadline(DayUnit.GUN, lastDay), today))
                .isEqualTo(calendarDays);
        assertThat(deadlines.daysLeft(givenDeadline(DayUnit.IS_GUNU, lastDay), today))
                .isEqualTo(workingDays);
    }

    private static Deadline givenDeadline(DayUnit unit, LocalDate lastDay) {
        return new Deadline(15, unit, lastDay, Instant.EPOCH, "");
    }

    private static LocalDate lastDay(Deadlines deadlines, Channel channel, LocalDate receivedOn) {
        return deadlines.derive(channel, receivedOn, false).deadline().lastDay();
    }

    private static Deadlines givenDeadlines(CountingRules rules, Holiday... more) {
        return new Deadlines(
                new ServiceStandardsFixture(),
                HolidaysFixture.workingDays(HolidaysFixture.officialListAnd(more), rules));
    }
}

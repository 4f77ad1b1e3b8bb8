package tr.muhatap.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;

/** Limits that the law moved: extended, cut by a fee, of two laws at once. Dates of 2026, counted by hand. */
class CountingTest {

    private static final LocalDate MONDAY_18_MAY = LocalDate.parse("2026-05-18");

    private final Deadlines deadlines = new Deadlines(new ServiceStandardsFixture(), HolidaysFixture.workingDays());

    @Test
    void anExtensionIsCountedFromTheSameDay() {
        var counting = Counting.from(MONDAY_18_MAY, 1).withExtension();

        assertThat(counting.from()).isEqualTo(MONDAY_18_MAY);
        assertThat(counting.extended()).isTrue();
        assertThat(deadlines.derive(Channel.BILGI_EDINME, counting).deadline().lastDay())
                .isEqualTo(LocalDate.parse("2026-07-03"));
    }

    /** The 19th is a holiday, so that the 20th, 21st and 22nd were used by the 22nd. */
    @ParameterizedTest
    @CsvSource({
        "BILGI_EDINME, 2026-05-18, 15",
        "BILGI_EDINME, 2026-05-22, 12",
        "BILGI_EDINME, 2026-05-24, 12",
        "BILGI_EDINME, 2026-06-15, -1",
        "ALO_153,      2026-05-24, 4"
    })
    void whatIsLeftOfALimitCountsTheDayThatCutsItAsUsed(Channel channel, LocalDate cutOn, int left) {
        assertThat(deadlines.remaining(channel, Counting.from(MONDAY_18_MAY, 1), cutOn))
                .isEqualTo(left);
    }

    @Test
    void whatWasLeftOnceIsWhatIsCutTheNextTime() {
        var rest = new Counting(MONDAY_18_MAY, false, 6, 1);

        assertThat(deadlines.remaining(Channel.BILGI_EDINME, rest, LocalDate.parse("2026-05-20")))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "3, false, 2026-05-22",
        "0, false, 2026-05-20",
        "-4, false, 2026-05-20",
        "0, true, 2026-06-12",
        "-14, true, 2026-05-20"
    })
    void onlyWhatIsLeftRunsAfterAFeeAndAtLeastOneDay(int left, boolean extended, LocalDate lastDay) {
        var counting = new Counting(MONDAY_18_MAY, extended, left, 1);

        assertThat(deadlines.derive(Channel.BILGI_EDINME, counting).deadline().lastDay())
                .isEqualTo(lastDay);
    }

    @Test
    void aPeriodOutsideTheTableIsCountedByTheSameRules() {
        var period = deadlines.period(PeriodOf.OFFICE, MONDAY_18_MAY, 15, DayUnit.IS_GUNU, "4982 md. 13");

        assertThat(period.lastDay()).isEqualTo(LocalDate.parse("2026-06-12"));
        assertThat(period.lateFrom()).isEqualTo(Instant.parse("2026-06-12T21:00:00Z"));
        assertThat(period.basis()).isEqualTo("4982 md. 13");
        assertThat(deadlines
                        .period(PeriodOf.OFFICE, MONDAY_18_MAY, 10, DayUnit.GUN, "x")
                        .lastDay())
                .isEqualTo(LocalDate.parse("2026-06-01"));
    }

    @Test
    void anInformationRequestByCimerCarriesBothLimitsAndTheEarlierGoverns() {
        var limits = deadlines.limits(Channel.CIMER, true, Counting.from(MONDAY_18_MAY, 1));

        assertThat(limits.governing().lastDay()).isEqualTo(LocalDate.parse("2026-06-02"));
        assertThat(limits.governing().unit()).isEqualTo(DayUnit.GUN);
        assertThat(limits.other()).isNotNull().satisfies(other -> {
            assertThat(other.lastDay()).isEqualTo(LocalDate.parse("2026-06-12"));
            assertThat(other.unit()).isEqualTo(DayUnit.IS_GUNU);
        });
    }

    @ParameterizedTest
    @CsvSource({"CIMER, false", "ACIK_KAPI, false", "BILGI_EDINME, true", "DIJITAL, false"})
    void everythingElseHasOneLimit(Channel channel, boolean asksForInformation) {
        var limits = deadlines.limits(channel, asksForInformation, Counting.from(MONDAY_18_MAY, 1));

        assertThat(limits.other()).isNull();
        assertThat(limits.governing())
                .isEqualTo(deadlines.derive(channel, MONDAY_18_MAY, false).deadline());
    }

    @Test
    void whereTheLimitOfTheLawWereTheEarlierItWouldGovern() {
        // Fifteen working days can never end before fifteen days; with an office that gives CİMER sixty they do.
        var generous = new Deadlines(
                standards((channel, extended, version) -> channel == Channel.CIMER
                        ? withLimit(new ServiceStandardsFixture().standard(channel, extended), 60)
                        : new ServiceStandardsFixture().standard(channel, extended)),
                HolidaysFixture.workingDays());

        var limits = generous.limits(Channel.CIMER, true, Counting.from(MONDAY_18_MAY, 1));

        assertThat(limits.governing().unit()).isEqualTo(DayUnit.IS_GUNU);
        assertThat(limits.other())
                .isNotNull()
                .satisfies(other -> assertThat(other.limit()).isEqualTo(60));
    }

    @Test
    void aLimitGivenIsCountedByItsOwnVersionOfTheTableWhateverIsInForce() {
        var changed = new Deadlines(
                standards((channel, extended, version) ->
                        withLimit(new ServiceStandardsFixture().standard(channel, extended), 4 * version)),
                HolidaysFixture.workingDays());
        var promised = Counting.from(MONDAY_18_MAY, 1);
        var later = Instant.parse("2026-06-02T21:00:00Z");

        assertThat(changed.derive(Channel.BILGI_EDINME, promised).deadline().limit())
                .isEqualTo(4);
        assertThat(changed.derive(Channel.BILGI_EDINME, promised.withExtension())
                        .deadline()
                        .limit())
                .isEqualTo(4);
        assertThat(changed.remaining(Channel.BILGI_EDINME, promised, LocalDate.parse("2026-05-20")))
                .isEqualTo(3);
        assertThat(changed.countingFrom(MONDAY_18_MAY)).isEqualTo(Counting.from(MONDAY_18_MAY, 2));
        assertThat(changed.derive(Channel.BILGI_EDINME, MONDAY_18_MAY, false)
                        .deadline()
                        .limit())
                .isEqualTo(8);
        assertThat(changed.secondLimit(Channel.CIMER, promised, later))
                .isEqualTo(deadlines.secondLimit(Channel.CIMER, promised, later));
    }

    private interface Rows {
        ServiceStandard row(Channel channel, boolean extended, int version);
    }

    /** A table whose second version is in force. */
    private static ServiceStandards standards(Rows rows) {
        return new ServiceStandards() {
            @Override
            public int version() {
                return 2;
            }

            @Override
            public List<ServiceStandard> all() {
                return List.of();
            }

            @Override
            public ServiceStandard standard(Channel channel, boolean extended, int version) {
                return rows.row(channel, extended, version);
            }
        };
    }

    private static ServiceStandard withLimit(ServiceStandard row, int limit) {
        return new ServiceStandard(
                row.channel(),
                row.extended(),
                row.no(),
                row.service(),
                row.papers(),
                row.requiredPapers(),
                limit,
                row.channel() == Channel.CIMER ? DayUnit.GUN : row.unit(),
                row.secondLimit(),
                row.basis());
    }

    @Test
    void theVersionOfTheTableIsTheCalendars() {
        assertThat(deadlines.calendarVersion()).isZero();
    }
}

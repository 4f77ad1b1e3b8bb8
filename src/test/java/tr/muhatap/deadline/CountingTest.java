package tr.muhatap.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.muhatap.calendar.HolidaysFixture;

/** Limits that the law moved: extended, cut by a fee, of two laws at once. Dates of 2026, counted by hand. */
class CountingTest {

    private static final LocalDate MONDAY_18_MAY = LocalDate.parse("2026-05-18");

    private final Deadlines deadlines = new Deadlines(new ServiceStandardsFixture(), HolidaysFixture.workingDays());

    @Test
    void anExtensionIsCountedFromTheSameDay() {
        var counting = Counting.from(MONDAY_18_MAY).withExtension();

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
        assertThat(deadlines.remaining(channel, Counting.from(MONDAY_18_MAY), cutOn))
                .isEqualTo(left);
    }

    @Test
    void whatWasLeftOnceIsWhatIsCutTheNextTime() {
        var rest = new Counting(MONDAY_18_MAY, false, 6);

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
        var counting = new Counting(MONDAY_18_MAY, extended, left);

        assertThat(deadlines.derive(Channel.BILGI_EDINME, counting).deadline().lastDay())
                .isEqualTo(lastDay);
    }

    @Test
    void aPeriodOutsideTheTableIsCountedByTheSameRules() {
        var period = deadlines.period(MONDAY_18_MAY, 15, DayUnit.IS_GUNU, "4982 md. 13");

        assertThat(period.lastDay()).isEqualTo(LocalDate.parse("2026-06-12"));
        assertThat(period.lateFrom()).isEqualTo(Instant.parse("2026-06-12T21:00:00Z"));
        assertThat(period.basis()).isEqualTo("4982 md. 13");
        assertThat(deadlines.period(MONDAY_18_MAY, 10, DayUnit.GUN, "x").lastDay())
                .isEqualTo(LocalDate.parse("2026-06-01"));
    }

    @Test
    void anInformationRequestByCimerCarriesBothLimitsAndTheEarlierGoverns() {
        var limits = deadlines.limits(Channel.CIMER, true, Counting.from(MONDAY_18_MAY));

        assertThat(limits.governing().lastDay()).isEqualTo(LocalDate.parse("2026-06-02"));
        assertThat(limits.governing().unit()).isEqualTo(DayUnit.GUN);
        assertThat(limits.other()).isNotNull().satisfies(other -> {
            assertThat(other.lastDay()).isEqualTo(LocalDate.parse("2026-06-12"));
            assertThat(other.unit()).isEqualTo(DayUnit.IS_GUNU);
        });
    }

    @ParameterizedTest
    @CsvSource({"CIMER, false", "ACIK_KAPI, true", "BILGI_EDINME, true", "DIJITAL, true"})
    void everythingElseHasOneLimit(Channel channel, boolean asksForInformation) {
        var limits = deadlines.limits(channel, asksForInformation, Counting.from(MONDAY_18_MAY));

        assertThat(limits.other()).isNull();
        assertThat(limits.governing())
                .isEqualTo(deadlines.derive(channel, MONDAY_18_MAY, false).deadline());
    }

    @Test
    void whereTheLimitOfTheLawWereTheEarlierItWouldGovern() {
        // Fifteen working days can never end before fifteen days; with an office that gives CİMER sixty they do.
        var generous = new Deadlines(
                new ServiceStandards() {
                    @Override
                    public List<ServiceStandard> all() {
                        return List.of();
                    }

                    @Override
                    public ServiceStandard standard(Channel channel, boolean extended) {
                        var row = new ServiceStandardsFixture().standard(channel, extended);
                        return channel == Channel.CIMER
                                ? new ServiceStandard(
                                        channel,
                                        extended,
                                        row.no(),
                                        row.service(),
                                        row.papers(),
                                        row.requiredPapers(),
                                        60,
                                        DayUnit.GUN,
                                        row.secondLimit(),
                                        row.basis())
                                : row;
                    }
                },
                HolidaysFixture.workingDays());

        var limits = generous.limits(Channel.CIMER, true, Counting.from(MONDAY_18_MAY));

        assertThat(limits.governing().unit()).isEqualTo(DayUnit.IS_GUNU);
        assertThat(limits.other())
                .isNotNull()
                .satisfies(other -> assertThat(other.limit()).isEqualTo(60));
    }

    @Test
    void theVersionOfTheTableIsTheCalendars() {
        assertThat(deadlines.calendarVersion()).isZero();
    }
}

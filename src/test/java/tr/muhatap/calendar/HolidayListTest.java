package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HolidayListTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

    /**
     * Ramazan Bayramı begins on 1 Şevval, Kurban Bayramı on 10 Zilhicce; the table is the source, this the cross-check.
     */
    @ParameterizedTest
    @MethodSource("years")
    void theFirstDaysOfTheFeastsAgreeWithTheHijriCalendar(int year) {
        assertThat(firstDays("Ramazan", year)).isEqualTo(hijri(10, 1, year)).isNotEmpty();
        assertThat(firstDays("Kurban", year)).isEqualTo(hijri(12, 10, year)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("years")
    void everyYearHasItsFixedHolidaysAndWholeFeasts(int year) {
        var entries = HolidayList.read().stream()
                .filter(entry -> entry.date().getYear() == year)
                .toList();

        assertThat(Stream.of("01-01", "04-23", "05-01", "05-19", "07-15", "08-30", "10-29")
                        .map(day -> LocalDate.parse(year + "-" + day)))
                .isNotEmpty()
                .allSatisfy(fixed -> assertThat(entries).anySatisfy(entry -> {
                    assertThat(entry.date()).isEqualTo(fixed);
                    assertThat(entry.half()).isFalse();
                }));
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.date()).isEqualTo(LocalDate.of(year, 10, 28));
            assertThat(entry.half()).isTrue();
        });
        assertFeast(entries, "Ramazan Bayramı", firstDays("Ramazan", year).get(0), 3);
        assertFeast(entries, "Kurban Bayramı", firstDays("Kurban", year).get(0), 4);
    }

    @ParameterizedTest(name = "{0} and {1}: half {2}, leave {3}")
    @CsvSource({
        "TAM,   TAM,   false, false",
        "TAM,   YARIM, false, false",
        "YARIM, TAM,   false, false",
        "YARIM, YARIM, true,  false",
        "TAM,   IZIN,  false, false",
        "IZIN,  TAM,   false, false",
        "YARIM, IZIN,  true,  false",
        "IZIN,  YARIM, true,  false",
        "IZIN,  IZIN,  false, true"
    })
    void twoEntriesOnOneDayAreOneWithTheNamesJoined(String first, String second, boolean half, boolean leave) {
        var lines = "tarih,tur,ad\n2026-06-03,%s,Bir\n2026-06-03,%s,İki\n".formatted(first, second);

        assertThat(HolidayList.read(new StringReader(lines)))
                .containsExactly(new Holiday(DAY, "Bir / İki", half, leave));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'2026-06-03,TAM\n' | line 2 needs a value in each of [tarih, tur, ad]",
                "'2026-06-03,TAM,Bir\n2026-06-04,TAM, \n' | line 3 needs a value",
                "'2026-06-31,TAM,Bir\n' | line 2: \"2026-06-31\" is no date",
                "'2026-06-03,CEYREK,Bir\n' | line 2: tur is \"CEYREK\"",
                "'2026-06-03,TAM,\"Bir\n' | EOF"
            })
    void aBrokenListIsRefusedNamingTheLine(String lines, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> HolidayList.read(new StringReader("tarih,tur,ad\n" + lines)))
                .withMessageContaining("resmi-tatiller.csv")
                .withMessageContaining(why);
    }

    @Test
    void otherColumnsAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HolidayList.read(new StringReader("tarih,ad\n2026-06-03,Bir\n")))
                .withMessageContaining("expected [tarih, tur, ad]");
    }

    /**
     * Limits are computed as far as the list goes: in its last year the program refuses what it cannot compute. This
     * test says so while there is still time to enter the years that follow.
     */
    @Test
    void theListReachesEighteenMonthsFurther() {
        var last = HolidaysFixture.officialList().stream()
                .map(Holiday::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(last.with(TemporalAdjusters.lastDayOfYear()))
                .as("the official holidays of the years after %d belong into resmi-tatiller.csv", last.getYear())
                .isAfter(LocalDate.now(OfficeClock.ISTANBUL).plusMonths(18));
    }

    private static IntStream years() {
        return IntStream.rangeClosed(2023, 2032);
    }

    private static void assertFeast(List<Holiday> entries, String feast, LocalDate firstDay, int days) {
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.date()).isEqualTo(firstDay.minusDays(1));
            assertThat(entry.name()).contains(feast + " arifesi");
        });
        for (int day = 1; day <= days; day++) {
            var date = firstDay.plusDays(day - 1L);
            var name = "%s %d. gün".formatted(feast, day);
            assertThat(entries).anySatisfy(entry -> {
                assertThat(entry.date()).isEqualTo(date);
                assertThat(entry.name()).contains(name);
                assertThat(entry.half()).isFalse();
            });
        }
    }

    private static List<LocalDate> firstDays(String feast, int year) {
        return HolidayList.read().stream()
                .filter(entry -> entry.name().contains(feast + " Bayramı 1. gün"))
                .map(Holiday::date)
                .filter(date -> date.getYear() == year)
                .toList();
    }

    private static List<LocalDate> hijri(int month, int dayOfMonth, int year) {
        var firstYear = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
        return IntStream.rangeClosed(firstYear, firstYear + 1)
                .mapToObj(hijriYear -> LocalDate.from(HijrahChronology.INSTANCE.date(hijriYear, month, dayOfMonth)))
                .filter(date -> date.getYear() == year)
                .toList();
    }
}

package tr.muhatap.intake.aktarim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18.05.2026|2026-05-18T00:00",
                "18.5.2026|2026-05-18T00:00",
                "1/6/2026|2026-06-01T00:00",
                "01-06-2026 09.05|2026-06-01T09:05",
                "18.05.2026 10:15|2026-05-18T10:15",
                "18.05.2026, 10:15:30|2026-05-18T10:15:30",
                "18.05.2026 - 10:15|2026-05-18T10:15",
                "18.05.2026 saat: 10:15|2026-05-18T10:15",
                "18.05.26|2026-05-18T00:00",
                "2026-05-18|2026-05-18T00:00",
                "2026-05-18T10:15:30.123|2026-05-18T10:15:30",
                "2026-05-18 10:15|2026-05-18T10:15",
                "2026-05-18T10:15:00+03:00|2026-05-18T10:15",
                "2026-05-18T22:30:00Z|2026-05-19T01:30",
                "2026-05-18T10:15:30.123Z|2026-05-18T13:15:30",
                "18.05.2026 10:15 Z|2026-05-18T13:15",
                "31 Aralık 2026 21:00Z|2027-01-01T00:00",
                "2026-05-18Z|2026-05-18T00:00",
                "18 Mayıs 2026|2026-05-18T00:00",
                "18 MAYIS 2026 Pazartesi 10:15|2026-05-18T10:15",
                "1 Ağustos 2026|2026-08-01T00:00",
                "3 Şub 2026|2026-02-03T00:00",
                "46160|2026-05-18T00:00",
                "46160.4270833333|2026-05-18T10:15",
                "46160,4270833333|2026-05-18T10:15",
                "29.02.2028|2028-02-29T00:00"
            })
    void isReadAsOfficesWriteIt(String cell, LocalDateTime at) {
        assertThat(SourceDates.parse(cell, false)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dün",
                "31.02.2026",
                "29.02.2026",
                "00.05.2026",
                "18.13.2026",
                "18.05.2026 25:00",
                "18.05.2026 10:75",
                "12345",
                "99999",
                "18 Pazar 2026",
                "05/2026",
                "1E+5",
                "18.05.2026x"
            })
    void whatNoCalendarHasIsNoDay(String cell) {
        assertThat(SourceDates.parse(cell, false)).isEmpty();
    }

    @Test
    void aWorkbookMayCountFrom1904() {
        assertThat(SourceDates.parse("44698", true)).contains(LocalDateTime.of(2026, 5, 18, 0, 0));
    }
}

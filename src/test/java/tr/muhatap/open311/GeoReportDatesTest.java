package tr.muhatap.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoReportDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T09:30:00Z, 2026-06-01T09:30:00Z",
        "2026-06-01T09:30:00z, 2026-06-01T09:30:00Z",
        "2026-06-01T09:30:00.123Z, 2026-06-01T09:30:00.123Z",
        "2026-06-01T09:30:00+03:00, 2026-06-01T06:30:00Z",
        "2026-06-01T09:30:00 03:00, 2026-06-01T06:30:00Z",
        "2026-06-01T09:30:00.5 0300, 2026-06-01T06:30:00.5Z",
        "2026-06-01T09:30:00-0500, 2026-06-01T14:30:00Z",
        "2026-06-01T09:30:00+03, 2026-06-01T06:30:00Z",
        "2026-06-01T09:30+03:00, 2026-06-01T06:30:00Z",
        "2026-06-01 09:30:00, 2026-06-01T06:30:00Z",
        "2026-06-01T09:30:00, 2026-06-01T06:30:00Z",
        "' 2026-06-01 ', 2026-05-31T21:00:00Z"
    })
    void manyFormsAreRead(String given, Instant at) {
        assertThat(GeoReportDates.read(given)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "2026-06-01T25:00:00Z",
                "2026-06-01T09:30:00+19:00",
                "2026-06-01T09:30:00+03:00x",
                "2026-06-01T09:30:00[Europe/Istanbul]",
                "01.06.2026",
                "\u0000"
            })
    void whatIsNoDateIsNone(String given) {
        assertThat(GeoReportDates.read(given)).isEmpty();
    }

    @Test
    void oneFormGoesOutWithSecondsAndAnOffset() {
        assertThat(GeoReportDates.write(Instant.parse("2026-06-01T06:30:00.987Z")))
                .isEqualTo("2026-06-01T09:30:00+03:00");
        assertThat(GeoReportDates.writeEnd(LocalDate.of(2026, 6, 1))).isEqualTo("2026-06-01T23:59:59+03:00");
    }
}

package tr.muhatap.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OfficeClockTest {

    private static final Instant REAL = Instant.parse("2026-05-18T21:30:00.123456789Z");

    private final OfficeClock clock = new OfficeClock(Clock.fixed(REAL, ZoneOffset.UTC));

    @Test
    void itShowsIstanbulsDayInWholeMilliseconds() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Istanbul"));
        assertThat(clock.instant()).isEqualTo("2026-05-18T21:30:00.123Z");
        assertThat(LocalDate.now(clock)).isEqualTo("2026-05-19");
    }

    @Test
    void itsOffsetMovesItAndItsViewsInOtherZones() {
        var utc = clock.withZone(ZoneOffset.UTC);

        clock.setOffset(Duration.ofDays(11));

        assertThat(clock.offset()).isEqualTo(Duration.ofDays(11));
        assertThat(clock.instant()).isEqualTo("2026-05-29T21:30:00.123Z");
        assertThat(utc.instant()).isEqualTo(clock.instant());
        assertThat(utc.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(LocalDate.now(utc)).isEqualTo("2026-05-29");

        clock.setOffset(Duration.ZERO);

        assertThat(clock.instant()).isEqualTo("2026-05-18T21:30:00.123Z");
    }
}

package tr.muhatap.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The program's clock: Europe/Istanbul, milliseconds (what the engine stores), and an offset that only the
 * demonstration moves.
 */
public final class OfficeClock extends Clock {

    /** Fixed +03:00 since 2016. */
    public static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

    private final AtomicLong offset;
    private final ZoneId zone;
    private final Clock real;

    public OfficeClock(Clock real) {
        this(real, ISTANBUL, new AtomicLong());
    }

    private OfficeClock(Clock real, ZoneId zone, AtomicLong offset) {
        this.real = real;
        this.zone = zone;
        this.offset = offset;
    }

    /** Offset of the program's time from real time. */
    public Duration offset() {
        return Duration.ofMillis(offset.get());
    }

    /** Moves the program's time; used by the demonstration only, backwards while it generates its past. */
    public void setOffset(Duration newOffset) {
        offset.set(newOffset.toMillis());
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId otherZone) {
        return new OfficeClock(real, otherZone, offset);
    }
}

package tr.muhatap.door;

import jakarta.annotation.PreDestroy;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts what passed a door and what was refused, by the hour. Counted in memory and written now and then, so that no
 * request waits for it; a node that dies loses the last seconds.
 */
@Component
public class DoorEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DoorEvents.class);
    private static final Duration KEPT = Duration.ofDays(40);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<DoorKind, Tally> tallies = new EnumMap<>(DoorKind.class);

    DoorEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is not written yet. */
    private record Tally(long taken, long refused, @Nullable Instant last) {

        Tally plus(Tally other) {
            return new Tally(taken + other.taken, refused + other.refused, later(last, other.last));
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isAfter(other) ? one : other;
        }
    }

    /** Something passed. */
    public void taken(DoorKind kind) {
        add(kind, new Tally(1, 0, clock.instant()));
    }

    /** Something was refused, or could not be handed over. */
    public void refused(DoorKind kind) {
        add(kind, new Tally(0, 1, null));
    }

    /** When something last passed; null if nothing did while counts are kept. */
    public @Nullable Instant lastTaken(DoorKind kind) {
        return jdbc.sql("select max(son_olay) from kapi_sayimi where kapi = :kind")
                .param("kind", kind.name())
                .query((row, index) -> {
                    var last = row.getObject(1, OffsetDateTime.class);
                    return last == null ? null : last.toInstant();
                })
                .list()
                .get(0);
    }

    /** Refusals of the hours that began after {@code since}. */
    public long refused(DoorKind kind, Instant since) {
        return jdbc.sql("select coalesce(sum(geri_cevrilen), 0) from kapi_sayimi where kapi = :kind and saat > :since")
                .param("kind", kind.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Writes what was counted since the last time. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
    @PreDestroy
    void flush() {
        for (var kind : DoorKind.values()) {
            var tally = take(kind);
            if (tally == null) {
                continue;
            }
            try {
                write(kind, tally);
            } catch (DataAccessException away) {
                add(kind, tally);
                LOG.debug("Counts of {} wait for the database: {}", kind, away.toString());
            }
        }
    }

    @Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT6H")
    void forgetOld() {
        jdbc.sql("delete from kapi_sayimi where saat < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void add(DoorKind kind, Tally more) {
        synchronized (tallies) {
            tallies.merge(kind, more, Tally::plus);
        }
    }

    private @Nullable Tally take(DoorKind kind) {
        synchronized (tallies) {
            return tallies.remove(kind);
        }
    }

    private void write(DoorKind kind, Tally tally) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        if (update(kind, hour, tally) == 1) {
            return;
        }
        try {
            jdbc.sql(
                            "insert into kapi_sayimi (kapi, saat, gecen, geri_cevrilen, son_olay) values (:kind, :hour, 0, 0, null)")
                    .param("kind", kind.name())
                    .param("hour", hour)
                    .update();
        } catch (DuplicateKeyException anotherNode) {
            LOG.trace("Another node began the hour of {}", kind);
        }
        update(kind, hour, tally);
    }

    private int update(DoorKind kind, OffsetDateTime hour, Tally tally) {
        var last = tally.last() == null ? null : tally.last().atOffset(ZoneOffset.UTC);
        return jdbc.sql("update kapi_sayimi set gecen = gecen + :taken, geri_cevrilen = geri_cevrilen + :refused"
                        + (last == null ? "" : ", son_olay = :last") + " where kapi = :kind and saat = :hour")
                .param("taken", tally.taken())
                .param("refused", tally.refused())
                .param("last", last, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("kind", kind.name())
                .param("hour", hour)
                .update();
    }
}

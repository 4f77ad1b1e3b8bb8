package tr.muhatap.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Second line of defence: finds changes that bypassed the record, repairs them if that is safe, and reports them
 * otherwise. One node at a time.
 */
@Component
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private static final int MOST_OF_A_KIND = 500;
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Duration MENDED_ARE_SHOWN = Duration.ofDays(7);

    private final EngineComparison engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reconciliation(EngineComparison engine, JdbcClient jdbc, Clock clock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Result of a comparison: inconsistencies found, and repaired. */
    public record Report(int found, int mended) {}

    /**
     * @param number of the application, empty for a process without one
     * @param mendedAt null while it persists
     */
    public record Finding(
            FindingKind kind,
            String number,
            Instant foundAt,
            @Nullable Instant mendedAt) {}

    /** Compares, repairs and stores the findings; empty while another run is active. */
    public Optional<Report> run() {
        if (!lock()) {
            return Optional.empty();
        }
        try {
            var found = engine.compare(MOST_OF_A_KIND);
            var started = now();
            int mended = 0;
            for (var finding : found) {
                mended += keep(finding, started, isMended(finding)) ? 1 : 0;
            }
            forgetOthers(found);
            if (!found.isEmpty()) {
                LOG.warn("Records and processes compared: {} findings, {} mended: {}", found.size(), mended, found);
            }
            return Optional.of(new Report(found.size(), mended));
        } finally {
            jdbc.sql("update karsilastirma set locked_until = null, ended_at = :now where id = 1")
                    .param("now", now())
                    .update();
        }
    }

    /** Persisting findings first, then repaired ones; newest first. */
    public List<Finding> findings() {
        return jdbc.sql("select kind, number, found_at, mended_at from karsilastirma_bulgu "
                        + "order by case when mended_at is null then 0 else 1 end, found_at desc, number")
                .query((row, index) -> new Finding(
                        FindingKind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(4, OffsetDateTime.class))))
                .list();
    }

    /** End of the latest comparison; empty before the first. */
    public Optional<Instant> endedAt() {
        return jdbc.sql("select ended_at from karsilastirma where id = 1 and ended_at is not null")
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private boolean isMended(EngineComparison.Found finding) {
        try {
            return engine.mend(finding);
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be mended", finding, failed);
            return false;
        }
    }

    private boolean keep(EngineComparison.Found finding, OffsetDateTime now, boolean mended) {
        int known = jdbc.sql("update karsilastirma_bulgu set mended_at = :mended "
                        + "where kind = :kind and number = :number and subject = :subject")
                .param("mended", mended ? now : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("kind", finding.kind().name())
                .param("number", finding.number())
                .param("subject", finding.subject())
                .update();
        if (known == 0) {
            jdbc.sql("insert into karsilastirma_bulgu (kind, number, subject, found_at, mended_at) "
                            + "values (:kind, :number, :subject, :now, :mended)")
                    .param("kind", finding.kind().name())
                    .param("number", finding.number())
                    .param("subject", finding.subject())
                    .param("now", now)
                    .param("mended", mended ? now : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
        return mended;
    }

    /** Removes findings that disappeared by themselves; repaired ones are shown for a while. */
    private void forgetOthers(List<EngineComparison.Found> found) {
        record Key(String kind, String number, String subject) {}
        jdbc
                .sql("select kind, number, subject from karsilastirma_bulgu where mended_at is null")
                .query((row, index) -> new Key(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(key -> found.stream()
                        .noneMatch(one -> one.kind().name().equals(key.kind())
                                && one.number().equals(key.number())
                                && one.subject().equals(key.subject())))
                .forEach(key -> jdbc.sql("delete from karsilastirma_bulgu "
                                + "where kind = :kind and number = :number and subject = :subject")
                        .param("kind", key.kind())
                        .param("number", key.number())
                        .param("subject", key.subject())
                        .update());
        jdbc.sql("delete from karsilastirma_bulgu where mended_at < :before")
                .param("before", now().minus(MENDED_ARE_SHOWN))
                .update();
    }

    /**
     * Acquires a lease that expires, since a node may fail; a lease further ahead results from a clock that was set
     * back.
     */
    private boolean lock() {
        var now = now();
        jdbc.sql("insert into karsilastirma (id) select 1 where not exists (select 1 from karsilastirma where id = 1)")
                .update();
        return jdbc.sql(
                                "update karsilastirma set locked_until = :until "
                                        + "where id = 1 and (locked_until is null or locked_until < :now or locked_until > :until)")
                        .param("until", now.plus(LEASE))
                        .param("now", now)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

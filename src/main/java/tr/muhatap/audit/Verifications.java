package tr.muhatap.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;

/** Verifies the history against its log, the signed heads and the anchored heads, for the API and for auditors. */
@Component
public class Verifications {

    private static final Duration WHOLE_AGAIN = Duration.ofDays(1);

    private final LogSequencer sequencer;
    private final LogHeads heads;
    private final HeadStamps stamps;
    private final DataSource database;
    private final SigningKey key;
    private final AuditSettings settings;
    private final Clock clock;

    /** Kept here alone: whoever writes to the database could say there that all was verified. */
    private @Nullable LogHead verified;

    private Instant wholeAt = Instant.EPOCH;

    Verifications(
            LogSequencer sequencer,
            LogHeads heads,
            HeadStamps stamps,
            DataSource database,
            SigningKey key,
            AuditSettings settings,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.sequencer = sequencer;
        this.heads = heads;
        this.stamps = stamps;
        this.database = database;
        this.key = key;
    }

    /**
     * @param checked number of recomputed entries
     * @param before number of entries before them that this node verified earlier; 0 if all were recomputed
     * @param wholeAt when all of them were last recomputed
     * @param head the latest signed one; null before the first
     */
    public record Verification(
            long checked,
            long before,
            OffsetDateTime wholeAt,
            List<Fault> broken,
            @Nullable Head head) {}

    /**
     * @param what kind of manipulation, e.g. {@code DEGISTIRILDI}
     * @param subject what is concerned if it is not an application's event; null otherwise
     */
    public record Fault(
            @Nullable String number,
            long entry,
            String what,
            @Nullable String subject) {

        /** Label shown to users. */
        public String label() {
            return LogVerification.What.valueOf(what).label();
        }
    }

    /** @param anchoredAt null until it is anchored */
    public record Head(
            long size,
            String root,
            OffsetDateTime signedAt,
            @Nullable OffsetDateTime anchoredAt,
            @Nullable OffsetDateTime stampedAt) {}

    /** The latest signed head, without reading the log. */
    public Optional<Head> head() {
        return LogReader.heads(JdbcClient.create(database), "order by defter desc, boy desc fetch first 1 row only")
                .stream()
                .findFirst()
                .map(this::shown);
    }

    private Head shown(LogHead head) {
        return new Head(
                head.size(),
                HexFormat.of().formatHex(head.root()),
                head.signedAt().atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                heads.anchoredAt(head)
                        .map(at -> at.atZoneSameInstant(OfficeClock.ISTANBUL).toOffsetDateTime())
                        .orElse(null),
                stamps.stampedAt(head)
                        .map(at -> at.atZoneSameInstant(OfficeClock.ISTANBUL).toOffsetDateTime())
                        .orElse(null));
    }

    /** Verifies the growth, or the whole log if it is short or was not verified whole for a day. Synchronized. */
    public Verification run() throws IOException {
        return run(false);
    }

    /** @param whole whether to read the whole log, however long it is */
    public synchronized Verification run(boolean whole) throws IOException {
        sequencer.sweep();
        var directory = heads.directory();
        var anchors = LogReader.anchors(directory.isBlank() ? null : Path.of(directory));
        var from = whole || isDue() ? null : verified;
        var at = clock.instant();
        var report = LogReader.verify(database, anchors, key.trusted(), from);
        boolean all = report.since() == 0;
        if (all) {
            wholeAt = at;
        }
        verified = report.isWhole() ? report.verified() : null;
        var head = report.head();
        return new Verification(
                report.checked(),
                report.since(),
                OffsetDateTime.ofInstant(wholeAt, OfficeClock.ISTANBUL),
                report.broken().stream()
                        .map(one ->
                                new Fault(one.number(), one.entry(), one.what().name(), one.subject()))
                        .toList(),
                head == null ? null : shown(head));
    }

    private boolean isDue() {
        var head = verified;
        return head == null
                || head.size() <= settings.wholeUpTo()
                || wholeAt.plus(WHOLE_AGAIN).isBefore(clock.instant());
    }
}

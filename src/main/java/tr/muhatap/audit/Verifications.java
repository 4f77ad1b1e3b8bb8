package tr.muhatap.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.calendar.OfficeClock;

/** Verifies the history against its log, the signed heads and the anchored heads, for the API and for auditors. */
@Component
public class Verifications {

    private final LogSequencer sequencer;
    private final LogHeads heads;
    private final DataSource database;

    Verifications(LogSequencer sequencer, LogHeads heads, DataSource database) {
        this.sequencer = sequencer;
        this.heads = heads;
        this.database = database;
    }

    /**
     * @param checked number of recomputed entries
     * @param head the latest signed one; null before the first
     */
    public record Verification(
            long checked, List<Fault> broken, @Nullable Head head) {}

    /**
     * @param what was done to it, e.g. {@code DEGISTIRILDI}
     * @param subject what it is about where that is no event of an application; null else
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
            @Nullable OffsetDateTime anchoredAt) {}

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
                        .orElse(null));
    }

    /** Synchronized, since it reads the whole log. */
    public synchronized Verification run() throws IOException {
        sequencer.sweep();
        var directory = heads.directory();
        var anchors = LogReader.anchors(directory.isBlank() ? null : Path.of(directory));
        var report = LogReader.verify(database, anchors, Map.of());
        var head = report.head();
        return new Verification(
                report.checked(),
                report.broken().stream()
                        .map(one -> new Fault(
                                one.number(), one.entry(), one.what().name(), one.subject()))
                        .toList(),
                head == null ? null : shown(head));
    }
}

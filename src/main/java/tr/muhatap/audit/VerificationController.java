package tr.muhatap.audit;

import tr.muhatap.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.calendar.OfficeClock;

/** Whether the history is what was once written. */
@RestController
class VerificationController {

    private final LogSequencer sequencer;
    private final LogHeads heads;
    private final DataSource database;
    private final CurrentUser currentUser;

    VerificationController(LogSequencer sequencer, LogHeads heads, DataSource database, CurrentUser currentUser) {
        this.sequencer = sequencer;
        this.heads = heads;
        this.database = database;
        this.currentUser = currentUser;
    }

    /**
     * @param checked entries of the log that were computed again
     * @param head the last signed one; null before the first
     */
    record Verification(
            long checked, List<Fault> broken, @Nullable Head head) {}

    /** @param what was done to it, e.g. {@code DEGISTIRILDI} */
    record Fault(@Nullable String number, long entry, String what) {}

    /** @param anchoredAt when it was brought outside; null before */
    record Head(
            long size,
            String root,
            OffsetDateTime signedAt,
            @Nullable OffsetDateTime anchoredAt) {}

    /** One at a time: it reads the whole log. */
    @GetMapping("/api/v1/audit/verification")
    synchronized Verification verification() throws IOException {
        if (!currentUser.isIn(Groups.SUREC_SAHIBI, Groups.DENETCI, Groups.CAMUNDA_ADMIN)) {
            throw new AccessDeniedException(Texts.of("audit.verification-controller.kayit-zincirini-surec-sahibi-ve"));
        }
        sequencer.sweep();
        var directory = heads.directory();
        var anchors = LogReader.anchors(directory.isBlank() ? null : Path.of(directory));
        var report = LogReader.verify(database, anchors, Map.of());
        var head = report.head();
        return new Verification(
                report.checked(),
                report.broken().stream()
                        .map(one ->
                                new Fault(one.number(), one.entry(), one.what().name()))
                        .toList(),
                head == null
                        ? null
                        : new Head(
                                head.size(),
                                HexFormat.of().formatHex(head.root()),
                                head.signedAt().atZone(OfficeClock.ISTANBUL).toOffsetDateTime(),
                                heads.anchoredAt(head)
                                        .map(at -> at.atZoneSameInstant(OfficeClock.ISTANBUL)
                                                .toOffsetDateTime())
                                        .orElse(null)));
    }
}

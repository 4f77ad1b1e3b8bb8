package tr.muhatap.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.officelog.OfficeChange;
import tr.muhatap.officelog.OfficeLog;

/**
 * The KVKK text in its current and earlier versions. The controller has to prove what was shown (6698 md. 10): the
 * version id is derived from the text, so that changed texts or settings create a new version, and every version is
 * stored.
 */
@Component
public class PrivacyNotices {

    /** Year and number of the text; a digest of its content follows. */
    private static final String EDITION = "2026.1";

    /** The text comes with the program and its settings. */
    private static final String PROGRAM = "sistem";

    private static final String TEXT = "aydinlatma/metin";
    private static final int LENGTH_OF_DIGEST = 8;
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final JdbcClient jdbc;
    private final PrivacySettings settings;
    private final OfficeLog officeLog;
    private final TransactionOperations transactions;
    private final PrivacyNotice current;

    PrivacyNotices(
            JdbcClient jdbc,
            TemplateEngine templates,
            PrivacySettings settings,
            OfficeLog officeLog,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.officeLog = officeLog;
        this.transactions = transactions;
        this.settings = settings;
        String words = templates.process(TEXT, new Context(TURKISH, Map.of("kvkk", settings)));
        this.current = keep(version(words), words, clock.instant());
    }

    /** The current version. */
    public PrivacyNotice current() {
        return current;
    }

    /** Data of this office in the text. */
    public PrivacySettings settings() {
        return settings;
    }

    /** A current or earlier version. */
    public Optional<PrivacyNotice> find(String version) {
        return jdbc.sql("select surum, metin, kept_at from aydinlatma_metni where surum = :version")
                .param("version", version)
                .query((row, number) -> new PrivacyNotice(
                        row.getString("surum"),
                        LocalDate.ofInstant(
                                row.getObject("kept_at", OffsetDateTime.class).toInstant(), OfficeClock.ISTANBUL),
                        row.getString("metin")))
                .optional();
    }

    private PrivacyNotice keep(String version, String words, Instant now) {
        if (find(version).isEmpty()) {
            try {
                transactions.executeWithoutResult(transaction -> insert(version, words, now));
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                // the same text
            }
        }
        return find(version).orElseThrow();
    }

    private void insert(String version, String words, Instant now) {
        jdbc.sql("insert into aydinlatma_metni (surum, metin, kept_at) values (:version, :words, :now)")
                .param("version", version)
                .param("words", words)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        officeLog.changed(new OfficeChange.PrivacyNoticeKept(PROGRAM, version));
    }

    private static String version(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return EDITION + "-" + HexFormat.of().formatHex(digest).substring(0, LENGTH_OF_DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package tr.muhatap.intake.posta;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.form.FormCipher;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Persists e-mails, encrypted, and their outcome. */
@Component
class MailStore {

    /** How long a claimed mail is reserved for its node. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration LONG_AGO = Duration.ofHours(1);

    /** Separates the two encrypted columns of a row. */
    private static final String HEAD = "head:";

    private final JdbcClient jdbc;
    private final FormCipher cipher;
    private final Clock clock;

    MailStore(JdbcClient jdbc, FormCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * A mail as fetched from the server.
     *
     * @param whole false if only its beginning, or nothing, was fetched
     */
    record Raw(
            String mailbox, long uidValidity, long uid, Instant receivedAt, long size, boolean whole, byte[] bytes) {}

    /** A stored mail that is not processed yet. */
    record Stored(long id, String mailbox, String fingerprint, Instant receivedAt, boolean whole, int attempts) {}

    /** False if it is stored already. */
    boolean add(Raw mail, List<String> mailboxesOfTheSameChannel) {
        String fingerprint = Fingerprints.of(mail.bytes());
        int known = jdbc.sql(
                        "select count(*) from gelen_posta where fingerprint = :fingerprint and mailbox in (:mailboxes)")
                .param("fingerprint", fingerprint)
                .param("mailboxes", mailboxesOfTheSameChannel)
                .query(Integer.class)
                .single();
        if (known > 0) {
            return false;
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            jdbc.sql("insert into gelen_posta (mailbox, uid_validity, uid, fingerprint, state, attempts, due_at, "
                            + "received_at, stored_at, size, whole, raw) values (:mailbox, :validity, :uid, "
                            + ":fingerprint, :state, 0, :now, :received, :now, :size, :whole, :raw)")
                    .param("mailbox", mail.mailbox())
                    .param("validity", mail.uidValidity())
                    .param("uid", mail.uid())
                    .param("fingerprint", fingerprint)
                    .param("state", MailState.ALINDI.name())
                    .param("now", now)
                    .param("received", mail.receivedAt().atOffset(ZoneOffset.UTC))
                    .param("size", mail.size())
                    .param("whole", mail.whole())
                    .param("raw", cipher.encrypt(mail.bytes(), fingerprint))
                    .update();
            return true;
        } catch (DuplicateKeyException otherNodeWasFaster) {
            return false;
        }
    }

    /** Unprocessed mails in the order of arrival; also of removed mailboxes. */
    List<Stored> due(Collection<String> mailboxes, int most) {
        return jdbc.sql("select id, mailbox, fingerprint, received_at, whole, attempts from gelen_posta "
                        + "where state = 'ALINDI' and due_at <= :now and (mailbox in (:mailboxes) or stored_at < :longAgo) "
                        + "order by id limit :most")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("longAgo", clock.instant().minus(LONG_AGO).atOffset(ZoneOffset.UTC))
                .param("mailboxes", mailboxes)
                .param("most", most)
                .query((row, index) -> new Stored(
                        row.getLong("id"),
                        row.getString("mailbox"),
                        row.getString("fingerprint"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("whole"),
                        row.getInt("attempts")))
                .list();
    }

    /** Claims a mail for this node; false if another one was faster. */
    boolean claim(Stored mail) {
        return jdbc.sql("update gelen_posta set attempts = attempts + 1, due_at = :until "
                                + "where id = :id and state = 'ALINDI' and attempts = :attempts")
                        .param("until", clock.instant().plus(CLAIM).atOffset(ZoneOffset.UTC))
                        .param("id", mail.id())
                        .param("attempts", mail.attempts())
                        .update()
                == 1;
    }

    /** The original mail; empty if it was deleted, or was encrypted with another key. */
    Optional<byte[]> raw(long id) {
        record Row(String fingerprint, byte @Nullable [] encrypted) {}
        return jdbc.sql("select fingerprint, raw from gelen_posta where id = :id")
                .param("id", id)
                .query((row, index) -> new Row(row.getString(1), row.getBytes(2)))
                .optional()
                .flatMap(row -> row.encrypted() == null
                        ? Optional.empty()
                        : cipher.decrypt(row.encrypted(), row.fingerprint()));
    }

    /**
     * Stores the outcome of an unprocessed mail.
     *
     * @throws RuleViolationException if another user or node was faster, so that the current transaction is rolled
     *     back
     */
    void settle(long id, Verdict verdict) {
        int settled = jdbc.sql("update gelen_posta set state = :state, reason = :reason, number = :number, "
                        + "decided_by = :by, decided_at = :now, note = :note "
                        + "where id = :id and state in ('ALINDI', 'BEKLIYOR', 'OTOMATIK')")
                .param("state", verdict.state().name())
                .param("reason", verdict.why() == null ? null : verdict.why().name(), Types.VARCHAR)
                .param("number", verdict.number(), Types.VARCHAR)
                .param("by", verdict.by(), Types.VARCHAR)
                .param("note", verdict.note(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        if (settled != 1) {
            throw new RuleViolationException(MailRefusal.E_POSTA_ISLENMIS, Texts.of("intake.ret.e-posta-islenmis"));
        }
    }

    /** Stores the encrypted columns of lists, and the sender's hash. */
    void describe(long id, String fingerprint, byte[] head, @Nullable String sender, @Nullable String words) {
        jdbc.sql("update gelen_posta set head = :head, sender = :sender, words = :words where id = :id")
                .param("head", cipher.encrypt(head, HEAD + fingerprint))
                .param("sender", sender, Types.VARCHAR)
                .param("words", words, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** Whether the same mail was received by a mailbox of another channel. */
    boolean isInAnotherMailbox(Stored mail) {
        return count(
                        "fingerprint = :fingerprint and mailbox <> :mailbox",
                        Map.of("fingerprint", mail.fingerprint(), "mailbox", mail.mailbox()))
                > 0;
    }

    /** Number of applications of a sender since an instant. */
    long registered(String sender, Instant since) {
        return count(
                "sender = :sender and state = 'KAYDEDILDI' and stored_at > :since",
                Map.of("sender", sender, "since", since.atOffset(ZoneOffset.UTC)));
    }

    /** Whether a sender has registered an application with the same text since an instant. */
    boolean isRepeated(String sender, String words, Instant since) {
        return count(
                        "sender = :sender and words = :words and state = 'KAYDEDILDI' and stored_at > :since",
                        Map.of("sender", sender, "words", words, "since", since.atOffset(ZoneOffset.UTC)))
                > 0;
    }

    /**
     * A row of lists.
     *
     * @param head decrypted; null if the mail was deleted
     */
    record Row(
            long id,
            String mailbox,
            String fingerprint,
            MailState state,
            @Nullable Waiting why,
            @Nullable String number,
            Instant receivedAt,
            long size,
            boolean whole,
            byte @Nullable [] head,
            @Nullable String decidedBy,
            @Nullable String note) {}

    /** Without the original mail, which may be large and is read by {@link #raw} only. */
    private static final String ROW =
            "id, mailbox, fingerprint, state, reason, number, received_at, size, whole, head, decided_by, note";

    /** Waiting mails in the order of arrival, others newest first. */
    List<Row> list(List<MailState> states, boolean newestFirst, int page, int size) {
        return jdbc.sql("select " + ROW + " from gelen_posta where state in (:states) order by id "
                        + (newestFirst ? "desc" : "asc") + " limit :size offset :offset")
                .param("states", states.stream().map(MailState::name).toList())
                .param("size", size)
                .param("offset", (long) page * size)
                .query(this::row)
                .list();
    }

    Optional<Row> find(long id) {
        return jdbc.sql("select " + ROW + " from gelen_posta where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        String reason = row.getString("reason");
        byte[] head = row.getBytes("head");
        return new Row(
                row.getLong("id"),
                row.getString("mailbox"),
                fingerprint,
                MailState.valueOf(row.getString("state")),
                reason == null ? null : Waiting.valueOf(reason),
                row.getString("number"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                row.getBoolean("whole"),
                head == null ? null : cipher.decrypt(head, HEAD + fingerprint).orElse(null),
                row.getString("decided_by"),
                row.getString("note"));
    }

    /** Deletes the content of mails settled before an instant; the fact of their arrival is kept. */
    int forget(Instant before) {
        return jdbc.sql("update gelen_posta set raw = null, head = null where raw is not null "
                        + "and state not in ('ALINDI', 'BEKLIYOR') and decided_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long count(String condition, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from gelen_posta where " + condition)
                .params(parameters)
                .query(Long.class)
                .single();
    }
}

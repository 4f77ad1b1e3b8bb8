package tr.muhatap.intake.posta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.text.ContactData;

/** Reading position and lease of each mailbox: one node reads it at a time. */
@Component
class MailboxPositions {

    private static final int LONGEST_FAILURE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxPositions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param uidValidity the server's UIDVALIDITY; null before the first access
     * @param since older mails are ignored
     */
    record Position(@Nullable Long uidValidity, long lastUid, Instant since) {

        /** UIDs start again when UIDVALIDITY changes. */
        long lastUid(long currentValidity) {
            return uidValidity != null && uidValidity == currentValidity ? lastUid : 0;
        }
    }

    /** Claims a mailbox for this node; false if another one is reading it. */
    boolean claim(String mailbox, Duration most, Duration firstLook) {
        var now = clock.instant();
        add(mailbox, now.minus(firstLook));
        return jdbc.sql("update posta_kutusu set claimed_until = :until "
                                + "where ad = :mailbox and (claimed_until is null or claimed_until < :now)")
                        .param("until", at(now.plus(most)))
                        .param("now", at(now))
                        .param("mailbox", mailbox)
                        .update()
                == 1;
    }

    private void add(String mailbox, Instant since) {
        int known = jdbc.sql("select count(*) from posta_kutusu where ad = :mailbox")
                .param("mailbox", mailbox)
                .query(Integer.class)
                .single();
        if (known > 0) {
            return;
        }
        try {
            jdbc.sql("insert into posta_kutusu (ad, last_uid, since) values (:mailbox, 0, :since)")
                    .param("mailbox", mailbox)
                    .param("since", at(since))
                    .update();
        } catch (DuplicateKeyException otherNodeWasFaster) {
            // The row of another node is equivalent
        }
    }

    Position of(String mailbox) {
        return jdbc.sql("select uid_validity, last_uid, since from posta_kutusu where ad = :mailbox")
                .param("mailbox", mailbox)
                .query((row, index) -> new Position(
                        row.getObject("uid_validity", Long.class),
                        row.getLong("last_uid"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .single();
    }

    /** Must be called in the transaction that stores the mail. */
    void advance(String mailbox, long uidValidity, long uid) {
        jdbc.sql("update posta_kutusu set uid_validity = :validity, last_uid = :uid, stuck_uid = null, "
                        + "stuck_since = null where ad = :mailbox")
                .param("validity", uidValidity)
                .param("uid", uid)
                .param("mailbox", mailbox)
                .update();
    }

    /** Since when the same mail cannot be fetched. */
    Instant stuck(String mailbox, long uid) {
        jdbc.sql("update posta_kutusu set stuck_uid = :uid, stuck_since = :now "
                        + "where ad = :mailbox and (stuck_uid is null or stuck_uid <> :uid)")
                .param("uid", uid)
                .param("now", at(clock.instant()))
                .param("mailbox", mailbox)
                .update();
        return jdbc.sql("select stuck_since from posta_kutusu where ad = :mailbox")
                .param("mailbox", mailbox)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** Releases the mailbox; {@code failure} is null after a success. */
    void release(String mailbox, @Nullable String failure) {
        // Some servers repeat the address in their responses
        String reason = failure == null ? null : ContactData.hidden(failure);
        jdbc.sql("update posta_kutusu set claimed_until = null, "
                        + (reason == null ? "looked_at = :now, failure = null" : "failed_at = :now, failure = :failure")
                        + " where ad = :mailbox")
                .param("now", at(clock.instant()))
                .param(
                        "failure",
                        reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_FAILURE)),
                        java.sql.Types.VARCHAR)
                .param("mailbox", mailbox)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package tr.muhatap.intake.posta;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.door.Door;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.DoorState;

/** How the door for e-mail stands, without anybody's data. */
@Component
public class MailCounts implements Door {

    private final MailboxSettings settings;
    private final JdbcClient jdbc;

    MailCounts(MailboxSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /**
     * A mailbox that is read.
     *
     * @param lookedAt when it was last read to its end; null if it never was, as {@code failedAt} where no look
     *     failed
     * @param failure why the last look failed; null if it did not
     */
    public record Box(
            String name,
            @Nullable Instant lookedAt,
            @Nullable Instant failedAt,
            @Nullable String failure) {}

    @Override
    public DoorState state(Instant since) {
        return new DoorState(DoorKind.E_POSTA, lastMail(), waiting(), oldestWaiting(), setAside(since));
    }

    /** Mails that a clerk has to look at. */
    public long waiting() {
        return jdbc.sql("select count(*) from gelen_posta where state = 'BEKLIYOR'")
                .query(Long.class)
                .single();
    }

    /** Since when the oldest of them waits; null if none does. */
    public @Nullable Instant oldestWaiting() {
        return instant("select min(stored_at) from gelen_posta where state = 'BEKLIYOR'");
    }

    /** When the last mail came; null if none ever did. */
    public @Nullable Instant lastMail() {
        return instant("select max(stored_at) from gelen_posta");
    }

    /** Mails set aside since then, by the program or by people. */
    public long setAside(Instant since) {
        return jdbc.sql("select count(*) from gelen_posta where state in ('OTOMATIK', 'KENARA_ALINDI') "
                        + "and decided_at > :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The mailboxes that are read, by their names. */
    public List<Box> boxes() {
        if (settings.boxes().isEmpty()) {
            return List.of();
        }
        var known = jdbc.sql("select ad, looked_at, failed_at, failure from posta_kutusu where ad in (:names)")
                .param("names", settings.boxes().keySet())
                .query((row, index) -> new Box(
                        row.getString("ad"),
                        instant(row.getObject("looked_at", OffsetDateTime.class)),
                        instant(row.getObject("failed_at", OffsetDateTime.class)),
                        row.getString("failure")))
                .list();
        return settings.boxes().keySet().stream()
                .sorted()
                .map(name -> known.stream()
                        .filter(box -> box.name().equals(name))
                        .findFirst()
                        .orElse(new Box(name, null, null, null)))
                .toList();
    }

    /**
     * When the mailbox was read that was not read for the longest time; where one never was, when its first mails may
     * have come. Null if none is to be read.
     */
    public @Nullable Instant longestUnread() {
        if (settings.boxes().isEmpty()) {
            return null;
        }
        return jdbc.sql("select min(coalesce(looked_at, since)) from posta_kutusu where ad in (:names)")
                .param("names", settings.boxes().keySet())
                .query((row, index) -> instant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    private @Nullable Instant instant(String question) {
        return jdbc.sql(question)
                .query((row, index) -> instant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}

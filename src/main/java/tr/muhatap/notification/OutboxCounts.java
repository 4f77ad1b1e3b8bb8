package tr.muhatap.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Metrics of the outbox. */
@Component
public class OutboxCounts {

    private final JdbcClient jdbc;

    OutboxCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Not sent yet. */
    public long waiting() {
        return count("status = 'BEKLIYOR'");
    }

    /** Not sent yet, with at least one attempt. */
    public long tried() {
        return count("status = 'BEKLIYOR' and attempts > 0");
    }

    /** Creation time of the oldest waiting message; null if there is none. */
    public @Nullable Instant oldestWaiting() {
        return jdbc.sql("select min(created_at) from mesaj where status = 'BEKLIYOR'")
                .query(OutboxCounts::instant)
                .list()
                .get(0);
    }

    /** Of those still to be sent, the ones that go by a way. */
    long waiting(Medium way) {
        return jdbc.sql("select count(*) from mesaj where status = 'BEKLIYOR' and medium = :way")
                .param("way", way.name())
                .query(Long.class)
                .single();
    }

    /** Since when the oldest of them waits; null if none does. */
    @Nullable
    Instant oldestWaiting(Medium way) {
        return jdbc.sql("select min(created_at) from mesaj where status = 'BEKLIYOR' and medium = :way")
                .param("way", way.name())
                .query(OutboxCounts::instant)
                .list()
                .get(0);
    }

    /** A message that waits to be sent. */
    public record Waiting(String number, Purpose purpose, int attempts, Instant since, Instant dueAt) {}

    /** Those that wait the longest. */
    public List<Waiting> longestWaiting(int most) {
        return jdbc.sql("select number, purpose, attempts, created_at, due_at from mesaj where status = 'BEKLIYOR' "
                        + "order by created_at, id limit :most")
                .param("most", most)
                .query((row, index) -> new Waiting(
                        row.getString("number"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Answers to be delivered by hand. */
    public long toBeBroughtByHand() {
        return count("status = 'LISTEDE'");
    }

    private static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        var at = row.getObject(1, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from mesaj where " + condition)
                .query(Long.class)
                .single();
    }
}

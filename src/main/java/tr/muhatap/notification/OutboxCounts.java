package tr.muhatap.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages wait to be sent or brought. */
@Component
public class OutboxCounts {

    private final JdbcClient jdbc;

    OutboxCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Still to be sent. */
    public long waiting() {
        return count("status = 'BEKLIYOR'");
    }

    /** Of them, tried at least once. */
    public long tried() {
        return count("status = 'BEKLIYOR' and attempts > 0");
    }

    /** Since when the oldest waits; null if none does. */
    public @Nullable Instant oldestWaiting() {
        return jdbc.sql("select min(created_at) from mesaj where status = 'BEKLIYOR'")
                .query((row, index) -> {
                    var oldest = row.getObject(1, OffsetDateTime.class);
                    return oldest == null ? null : oldest.toInstant();
                })
                .list()
                .get(0);
    }

    /** Answers that somebody has to bring. */
    public long toBeBroughtByHand() {
        return count("status = 'LISTEDE'");
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from mesaj where " + condition)
                .query(Long.class)
                .single();
    }
}

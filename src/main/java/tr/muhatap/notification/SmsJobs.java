package tr.muhatap.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Short messages that the provider took, until it says what became of them. */
@Component
class SmsJobs {

    private final JdbcClient jdbc;
    private final Clock clock;

    SmsJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message and the provider's number for it. */
    record Job(String key, String id, Instant sentAt, Instant dueAt) {}

    /** @param first after how long it is asked about first, so that its message is marked as sent before */
    void keep(String key, String job, Duration first) {
        settle(key);
        var now = clock.instant();
        jdbc.sql("insert into sms_gonderim (message_key, is_no, sent_at, due_at) values (:key, :job, :now, :due)")
                .param("key", key)
                .param("job", job)
                .param("now", at(now))
                .param("due", at(now.plus(first)))
                .update();
    }

    /** What is to be asked about now, claimed for this node. */
    List<Job> claim(int most, Duration again) {
        var now = clock.instant();
        return jdbc
                .sql("select * from sms_gonderim where due_at <= :now order by due_at limit :most")
                .param("now", at(now))
                .param("most", most)
                .query((row, index) -> new Job(
                        row.getString("message_key"),
                        row.getString("is_no"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(job -> jdbc.sql("update sms_gonderim set due_at = :again where message_key = :key "
                                        + "and due_at = :seen")
                                .param("again", at(now.plus(again)))
                                .param("key", job.key())
                                .param("seen", at(job.dueAt()))
                                .update()
                        == 1)
                .toList();
    }

    void settle(String key) {
        jdbc.sql("delete from sms_gonderim where message_key = :key")
                .param("key", key)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

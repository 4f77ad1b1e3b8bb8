package tr.muhatap.dosya;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;

/** Counts open and late applications. */
@Component
public class OpenCounts {

    private static final List<String> OPEN = Arrays.stream(Status.values())
            .filter(status -> status != Status.KAPANDI)
            .map(Status::name)
            .toList();

    /** Open applications of a channel at a level of escalation. */
    public record Count(Channel channel, int level, long open, long late) {}

    private final JdbcClient jdbc;

    OpenCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Count> byChannel(Instant now) {
        return jdbc.sql(
                        "select channel, escalation_level, count(*), sum(case when deadline_late_from <= :now then 1 else 0 end) "
                                + "from basvuru where status in (:open) group by channel, escalation_level")
                .param("now", Timestamp.from(now))
                .param("open", OPEN)
                .query((row, index) ->
                        new Count(Channel.valueOf(row.getString(1)), row.getInt(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** Number of open applications whose last day lies between two dates, both included. */
    public long lastDayBetween(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        "select count(*) from basvuru where status in (:open) and deadline_last_day between :first and :last")
                .param("open", OPEN)
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    /** Number of open applications past their limit. */
    public long late(Instant now) {
        return jdbc.sql("select count(*) from basvuru where status in (:open) and deadline_late_from <= :now")
                .param("open", OPEN)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}

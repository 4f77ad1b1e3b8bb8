package tr.muhatap.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is responsible for the office wants to know each morning, counted when it is asked for. */
@Component
public class MorningFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    MorningFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param incidents steps that failed for good
     * @param failedDeliveries of them, answers that could not be sent
     * @param dueJobs whose time has come and that nobody has carried out yet
     * @param waitingMessages still to be sent
     * @param triedMessages of them, tried at least once
     * @param byHand answers that somebody has to bring
     * @param lateApplications open, and past their limit
     */
    public record Figures(
            long incidents,
            long failedDeliveries,
            long dueJobs,
            long waitingMessages,
            long triedMessages,
            @Nullable Instant oldestWaiting,
            long byHand,
            long lateApplications) {}

    public Figures now() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return new Figures(
                count("select count(*) from act_ru_incident where id_ = root_cause_incident_id_"),
                count("select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ "
                        + "where j.retries_ = 0 and d.act_id_ = 'Cevabi_Gonder'"),
                jdbc.sql("select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 "
                                + "and (duedate_ is null or duedate_ <= :now)")
                        .param("now", java.sql.Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single(),
                count("select count(*) from mesaj where status = 'BEKLIYOR'"),
                count("select count(*) from mesaj where status = 'BEKLIYOR' and attempts > 0"),
                jdbc.sql("select min(created_at) from mesaj where status = 'BEKLIYOR'")
                        .query((row, index) -> instant(row.getObject(1, OffsetDateTime.class)))
                        .list()
                        .get(0),
                count("select count(*) from mesaj where status = 'LISTEDE'"),
                jdbc.sql("select count(*) from basvuru where status in (:open) and deadline_late_from <= :now")
                        .param("open", OfficeFigures.OPEN)
                        .param("now", now)
                        .query(Long.class)
                        .single());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

package tr.muhatap.engine;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts jobs and incidents by plain SQL, since the engine's queries cannot aggregate them. The engine stores
 * timestamps without a zone, in the program's own zone.
 */
@Component
public class JobCounts {

    private static final String DUE =
            "from act_ru_job where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)";

    private final JdbcClient jdbc;

    JobCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Incidents, including those propagated to calling processes. */
    public long failedSteps() {
        return count("select count(*) from act_ru_incident");
    }

    /** Incidents, each counted once. */
    public long incidents() {
        return count("select count(*) from act_ru_incident where id_ = root_cause_incident_id_");
    }

    /** Jobs of an activity without retries left. */
    public long failedAt(String activity) {
        return jdbc.sql("select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ "
                        + "where j.retries_ = 0 and d.act_id_ = :activity")
                .param("activity", activity)
                .query(Long.class)
                .single();
    }

    /** Jobs that are due. */
    public long due(Instant now) {
        return jdbc.sql("select count(*) " + DUE)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Due date of the oldest due job; null if there is none. */
    public @Nullable Instant oldestDueJob(Instant now) {
        return jdbc.sql("select min(coalesce(duedate_, create_time_)) " + DUE)
                .param("now", Timestamp.from(now))
                .query((row, index) -> {
                    var oldest = row.getTimestamp(1);
                    return oldest == null ? null : oldest.toInstant();
                })
                .list()
                .get(0);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

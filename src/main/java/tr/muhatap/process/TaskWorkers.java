package tr.muhatap.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;

/**
 * Who may work on a task as the groups stand now: members of its groups and administrators who are not kept out, whatever else
 * was granted once.
 */
@Component
class TaskWorkers {

    private static final String NOT_KEPT_OUT = "(u.lock_exp_time_ is null or u.lock_exp_time_ <= :now)";

    /** Memberships {@code m} of those who may work on the task {@code t}; see {@link #now} and {@link Groups#CAMUNDA_ADMIN}. */
    static final String OF_TASK = "select 1 from act_id_membership m join act_id_user u on u.id_ = m.user_id_ where "
            + NOT_KEPT_OUT + " and (m.group_id_ = :admins or exists (select 1 from act_ru_identitylink l "
            + "where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = m.group_id_)) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskWorkers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As the engine writes and reads times. */
    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    boolean mayWorkOn(String task, String user) {
        return jdbc.sql("select count(*) from act_ru_task t where t.id_ = :task and exists (" + OF_TASK
                                + "and m.user_id_ = :user)")
                        .param("task", task)
                        .param("user", user)
                        .param("now", now())
                        .param("admins", Groups.CAMUNDA_ADMIN)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Groups with tasks; none of somebody who is kept out. */
    List<String> groupsOf(String user) {
        return jdbc
                .sql("select m.group_id_ from act_id_membership m join act_id_user u on u.id_ = m.user_id_ "
                        + "where m.user_id_ = :user and " + NOT_KEPT_OUT + " order by m.group_id_")
                .param("user", user)
                .param("now", now())
                .query(String.class)
                .list()
                .stream()
                .filter(Groups::hasTasks)
                .toList();
    }

    Set<String> keptOut() {
        return new HashSet<>(jdbc.sql("select u.id_ from act_id_user u where not " + NOT_KEPT_OUT)
                .param("now", now())
                .query(String.class)
                .list());
    }
}

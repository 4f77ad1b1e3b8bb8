package tr.muhatap.access;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether anybody else could still administer users: without any administrator, nobody could ever make one again. */
@Component
public class LastAdministrator {

    private final JdbcClient jdbc;
    private final Clock clock;

    LastAdministrator(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether somebody is an administrator, and nobody else is one who is not kept out. Of two who ask at once the second waits
     * for the end of the first one's transaction, and then sees what it did.
     */
    public boolean isLast(String user) {
        jdbc.sql("select id_ from act_id_group where id_ = :group for update")
                .param("group", Groups.CAMUNDA_ADMIN)
                .query(String.class)
                .list();
        return count("m.user_id_ = :user", user) > 0
                && count("m.user_id_ <> :user and (u.lock_exp_time_ is null or u.lock_exp_time_ <= :now)", user) == 0;
    }

    private long count(String condition, String user) {
        return jdbc.sql("select count(*) from act_id_membership m join act_id_user u on u.id_ = m.user_id_ "
                        + "where m.group_id_ = :group and " + condition)
                .param("group", Groups.CAMUNDA_ADMIN)
                .param("user", user)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}

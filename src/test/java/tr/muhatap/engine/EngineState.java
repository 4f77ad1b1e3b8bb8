package tr.muhatap.engine;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's state, which a refused request must not change. */
final class EngineState {

    private static final List<String> QUERIES = List.of(
            "select id_, assignee_, owner_, delegation_, due_date_, follow_up_date_, suspension_state_ from act_ru_task",
            // A delivery that waits for its message is given another time in the background
            "select id_, retries_, case when handler_type_ = 'async-continuation' then null else duedate_ end as due, "
                    + "suspension_state_ from act_ru_job",
            "select id_, name_, type_, text_, long_ from act_ru_variable",
            "select id_, group_id_, user_id_ from act_ru_identitylink",
            "select id_, suspension_state_ from act_ru_execution",
            "select id_, suspension_state_, history_ttl_ from act_re_procdef",
            "select id_ from act_re_deployment",
            "select id_, perms_ from act_ru_authorization",
            "select id_, name_, query_, properties_ from act_ru_filter",
            "select id_, first_, email_, pwd_, attempts_ from act_id_user",
            "select user_id_, group_id_ from act_id_membership",
            "select id_, name_ from act_id_group",
            "select id_ from act_id_tenant",
            "select id_ from act_hi_comment",
            "select id_ from act_hi_attachment",
            "select id_ from act_hi_op_log");

    private EngineState() {}

    static List<String> of(JdbcClient jdbc) {
        return QUERIES.stream()
                .flatMap(query -> Stream.concat(
                        Stream.of(query),
                        jdbc.sql(query).query().listOfRows().stream().map(Object::toString)))
                .toList();
    }
}

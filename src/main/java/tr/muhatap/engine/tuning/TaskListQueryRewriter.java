package tr.muhatap.engine.tuning;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.Configuration;

/**
 * Rewrites task list queries so that PostgreSQL can execute them efficiently with many open tasks. The engine joins
 * tasks and grants by an OR of three columns, which forces a nested loop: minutes for one page with 50,000 of each.
 * Here the three conditions are separate, the one that covers all tasks first, and DISTINCT is omitted if no join can
 * duplicate rows, so that the first page comes from the index. Other queries are unchanged.
 *
 * <p>Replaces the text of {@code selectTaskByQueryCriteria} and {@code selectTaskCountByQueryCriteria} of Camunda
 * 7.24.0; {@code OfficeOnPostgresIT} notices when it changes.
 */
final class TaskListQueryRewriter {

    private static final Pattern JOIN_OF_GRANTS = Pattern.compile(
            "inner join\\s*\\(\\s*(?<grants>SELECT A\\.\\*\\s+FROM ACT_RU_AUTHORIZATION A\\s[^;]*?)\\s*\\)\\s*"
                    + "AUTH ON \\(AUTH\\.RESOURCE_ID_\\s+in\\s*\\(\\s*RES\\.ID_\\s*,\\s*D\\.KEY_\\s*,\\s*'\\*'\\s*\\)\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    /**
     * A single row under the original alias, which the engine's ORDER BY references. The condition uses the task's own
     * columns only, so that invisible tasks are filtered before any join.
     */
    private static final String READABLE = "inner join (select '*' as RESOURCE_ID_) AUTH on ("
            + "exists (select 1 from GRANTED where GRANTED.RESOURCE_ID_ = '*') "
            + "or RES.ID_ in (select GRANTED.RESOURCE_ID_ from GRANTED) "
            + "or RES.PROC_DEF_ID_ in (select OF_GRANTED.ID_ from ACT_RE_PROCDEF OF_GRANTED "
            + "where OF_GRANTED.KEY_ in (select GRANTED.RESOURCE_ID_ from GRANTED)))";

    private static final Pattern JOINED = Pattern.compile("\\bjoin\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    /** Tables with at most one row per task. */
    private static final Set<String> NEVER_SEVERAL = Set.of("ACT_RE_PROCDEF", "ACT_RU_EXECUTION", "(select");

    private static final Pattern DISTINCT = Pattern.compile("\\bdistinct\\b", Pattern.CASE_INSENSITIVE);

    private TaskListQueryRewriter() {}

    static BoundSql rewritten(Configuration mappings, BoundSql query) {
        String sql = rewritten(query.getSql());
        if (sql.equals(query.getSql())) {
            return query;
        }
        var better = new BoundSql(mappings, sql, query.getParameterMappings(), query.getParameterObject());
        query.getAdditionalParameters().forEach(better::setAdditionalParameter);
        return better;
    }

    static String rewritten(String sql) {
        var join = JOIN_OF_GRANTS.matcher(sql);
        // Reorders the parameters, since those of the grants come first now
        if (!join.find() || sql.substring(0, join.start()).contains("?")) {
            return sql;
        }
        String tasks = sql.substring(0, join.start()) + READABLE + sql.substring(join.end());
        boolean isNeverDoubled =
                JOINED.matcher(tasks).results().allMatch(joined -> NEVER_SEVERAL.contains(joined.group(1)));
        return "with GRANTED as not materialized (" + join.group("grants") + ") "
                + (isNeverDoubled ? DISTINCT.matcher(tasks).replaceFirst(Matcher.quoteReplacement("")) : tasks);
    }
}

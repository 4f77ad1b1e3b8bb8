package tr.muhatap.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills a database with copies of one application, row by row, with new ids and numbers. Each row is inserted by a
 * statement with its values; only ids and numbers are replaced.
 */
final class Filling {

    private static final int BATCH = 10_000;

    /** The engine's ids; those of the models are left, since a copy belongs to the same model. */
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Where the rows of a process instance stand, and the column that says of which. */
    private static final List<String[]> ENGINE = List.of(
            new String[] {"act_ru_execution", "proc_inst_id_"},
            new String[] {"act_ru_task", "proc_inst_id_"},
            new String[] {"act_ru_variable", "proc_inst_id_"},
            new String[] {"act_ru_event_subscr", "proc_inst_id_"},
            new String[] {"act_ru_job", "process_instance_id_"},
            new String[] {"act_hi_procinst", "proc_inst_id_"},
            new String[] {"act_hi_actinst", "proc_inst_id_"},
            new String[] {"act_hi_taskinst", "proc_inst_id_"},
            new String[] {"act_hi_varinst", "proc_inst_id_"},
            new String[] {"act_hi_detail", "proc_inst_id_"},
            new String[] {"act_hi_job_log", "process_instance_id_"},
            new String[] {"act_hi_op_log", "proc_inst_id_"});

    /** Tables that refer to tasks. */
    private static final List<String[]> OF_TASKS = List.of(
            new String[] {"act_ru_identitylink", "task_id_"},
            new String[] {"act_ru_authorization", "resource_id_"},
            new String[] {"act_hi_identitylink", "task_id_"});

    private static final List<String[]> OURS = List.of(
            new String[] {"basvuru", "number"},
            new String[] {"basvuru_arama", "number"},
            new String[] {"olay", "number"},
            new String[] {"mesaj", "number"},
            new String[] {"basvuru_birim", "number"});

    private final DataSource dataSource;

    Filling(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Column(String name, String type) {}

    /** @param year the copies' numbers begin with it, so that no fill meets another */
    void fill(String number, int count, String year) {
        try (var connection = dataSource.getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // The copies refer to one another as their model does; that need not be checked for each
            jdbc.sql("set session_replication_role = replica").update();
            jdbc.sql("set synchronous_commit = off").update();
            var inserts = inserts(jdbc, number, year);
            for (int from = 1; from <= count; from += BATCH) {
                insert(connection, inserts, from, Math.min(from + BATCH - 1, count));
            }
            jdbc.sql("vacuum analyze").update();
            // Otherwise the following measurement would include writing it to disk
            jdbc.sql("checkpoint").update();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, List<String> inserts, int from, int to) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var insert : inserts) {
                statement.execute(
                        insert + " from (select g::text as id, lpad(g::text, 7, '0') as number from generate_series("
                                + from + ", " + to + ") g) as copy");
            }
        }
    }

    private static List<String> inserts(JdbcClient jdbc, String number, String year) {
        var instances =
                strings(jdbc, "select proc_inst_id_ from act_hi_procinst where business_key_ = '" + number + "'");
        var tasks = strings(jdbc, "select id_ from act_hi_taskinst where " + where("proc_inst_id_", instances));
        var models = strings(
                jdbc,
                "select regexp_replace(id_, '.*:', '') from act_re_procdef union select id_ from act_ru_jobdef "
                        + "union select id_ from act_re_deployment");
        var parts = Pattern.compile(
                "(?<number>" + Pattern.quote(number) + ")|(?<id>(?!" + String.join("|", models) + ")" + ID + ")");
        var inserts = new ArrayList<String>();
        if (!columns(jdbc, "basvuru").isEmpty()) {
            OURS.forEach(
                    table -> inserts.addAll(ofTable(jdbc, table[0], where(table[1], List.of(number)), parts, year)));
        }
        ENGINE.forEach(table -> inserts.addAll(ofTable(jdbc, table[0], where(table[1], instances), parts, year)));
        OF_TASKS.forEach(table -> inserts.addAll(ofTable(jdbc, table[0], where(table[1], tasks), parts, year)));
        return inserts;
    }

    /** One for each row, without the copies' numbers. */
    private static List<String> ofTable(JdbcClient jdbc, String table, String where, Pattern parts, String year) {
        var columns = columns(jdbc, table);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String asText = columns.stream().map(column -> column.name() + "::text").collect(Collectors.joining(", "));
        return jdbc.sql("select " + asText + " from " + table + " where " + where)
                .query((row, index) -> {
                    var values = new ArrayList<String>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(value(columns.get(i), row.getString(i + 1), parts, year));
                    }
                    return "insert into " + table + " (" + names + ") select " + String.join(", ", values);
                })
                .list();
    }

    private static String value(Column column, @Nullable String text, Pattern parts, String year) {
        if (text == null || column.name().equals("external_reference")) {
            return "null";
        }
        var found = parts.matcher(text.replace("'", "''"));
        String anew = found.replaceAll(part ->
                part.group().matches(ID) ? part.group() + "-' || copy.id || '" : year + "-' || copy.number || '");
        return "('" + anew + "')::" + column.type();
    }

    private static List<Column> columns(JdbcClient jdbc, String table) {
        return jdbc.sql("select column_name, udt_name from information_schema.columns where table_schema = 'public' "
                        + "and table_name = :table and is_identity = 'NO' order by ordinal_position")
                .param("table", table)
                .query((row, index) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private static String where(String column, List<String> values) {
        return values.isEmpty()
                ? "false"
                : column + " in ("
                        + values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ")) + ")";
    }

    private static List<String> strings(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

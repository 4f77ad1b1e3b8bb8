package tr.muhatap.postgres;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a database with copies of one application, row by row as the program wrote it, with ids and numbers of their own. */
final class Filling {

    private static final int BATCH = 2_000;

    /** The engine's ids; those of the models are put back, since a copy belongs to the same model. */
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
            new String[] {"act_hi_op_log", "proc_inst_id_"});

    /** What hangs on its tasks. */
    private static final List<String[]> OF_TASKS = List.of(
            new String[] {"act_ru_identitylink", "task_id_"},
            new String[] {"act_ru_authorization", "resource_id_"},
            new String[] {"act_hi_identitylink", "task_id_"});

    private static final List<String[]> OURS = List.of(
            new String[] {"basvuru", "number"},
            new String[] {"olay", "number"},
            new String[] {"mesaj", "number"},
            new String[] {"basvuru_birim", "number"});

    private final JdbcClient jdbc;

    Filling(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @param year the copies' numbers begin with it, so that no fill meets another */
    void fill(String number, int count, String year) {
        var instances = strings("select proc_inst_id_ from act_hi_procinst where business_key_ = '" + number + "'");
        var tasks = strings("select id_ from act_hi_taskinst where proc_inst_id_ in (" + quoted(instances) + ")");
        var models =
                strings("select regexp_replace(id_, '.*:', '') from act_re_procdef union select id_ from act_ru_jobdef "
                        + "where proc_def_id_ in (select proc_def_id_ from act_hi_procinst where "
                        + where("proc_inst_id_", instances) + ")");
        boolean ours = !strings("select table_name from information_schema.tables where table_name = 'basvuru'")
                .isEmpty();
        for (int from = 1; from <= count; from += BATCH) {
            int to = Math.min(from + BATCH - 1, count);
            if (ours) {
                for (var table : OURS) {
                    copy(table[0], where(table[1], List.of(number)), number, year, models, from, to);
                }
            }
            for (var table : ENGINE) {
                copy(table[0], where(table[1], instances), number, year, models, from, to);
            }
            for (var table : OF_TASKS) {
                copy(table[0], where(table[1], tasks), number, year, models, from, to);
            }
        }
        jdbc.sql("analyze").update();
    }

    private void copy(String table, String where, String number, String year, List<String> models, int from, int to) {
        String columns = String.join(
                ", ",
                strings(
                        "select column_name from information_schema.columns where table_schema = 'public' and table_name = '"
                                + table + "' and is_identity = 'NO' order by ordinal_position"));
        String own = table.equals("basvuru")
                ? " || jsonb_build_object('tracking_code', '" + year.substring(2)
                        + "' || lpad(g::text, 10, '0'), 'external_reference', null)"
                : "";
        String row =
                "regexp_replace(replace(to_jsonb(s)::text, '%s', '%s-' || lpad(g::text, 7, '0')), '%s', '\\&-' || g, 'g')"
                        .formatted(number, year, ID);
        for (var model : models) {
            row = "replace(%s, '%s-' || g, '%s')".formatted(row, model, model);
        }
        jdbc.sql("insert into %s (%s) select r.%s from %s s, generate_series(%d, %d) g, lateral "
                                .formatted(table, columns, columns.replace(", ", ", r."), table, from, to)
                        + "jsonb_populate_record(null::%s, (%s)::jsonb%s) r where s.%s"
                                .formatted(table, row, own, where))
                .update();
    }

    private static String where(String column, List<String> values) {
        return values.isEmpty() ? column + " is null and false" : column + " in (" + quoted(values) + ")";
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

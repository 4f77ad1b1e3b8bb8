package tr.muhatap.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that the program's PostgreSQL role has no more privileges than it needs. */
final class DatabaseRole {

    private static final String USERNAME = "spring.datasource.username";

    private DatabaseRole() {}

    /** @param ownerIsAnother whether a separate role owns the tables, so that the program needs row privileges only */
    static List<String> faults(JdbcClient jdbc, boolean ownerIsAnother) {
        var faults = new ArrayList<String>();
        jdbc.sql("select rolsuper, rolcreaterole or rolcreatedb or rolreplication or rolbypassrls from pg_roles "
                        + "where rolname = current_user")
                .query((row, index) -> {
                    if (row.getBoolean(1)) {
                        faults.add(USERNAME + " must not be a superuser of the database");
                    } else if (row.getBoolean(2)) {
                        faults.add(USERNAME + " must not make roles or databases, replicate, or pass row security");
                    }
                    return faults;
                })
                .list();
        if (ownerIsAnother && faults.isEmpty()) {
            if (isTrue(jdbc, "select has_schema_privilege(current_user, current_schema(), 'CREATE')")) {
                faults.add(USERNAME + " must not be able to create tables, spring.flyway.user does");
            }
            if (isTrue(
                    jdbc,
                    "select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                            + "where n.nspname = current_schema() and pg_has_role(current_user, c.relowner, 'USAGE'))")) {
                faults.add(USERNAME + " must not own tables, spring.flyway.user does");
            }
            if (isTrue(
                    jdbc,
                    "select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                            + "where n.nspname = current_schema() and c.relname in ('kayit_zinciri', 'zincir_basi', "
                            + "'zincir_capasi', 'zincir_anahtari', 'zincir_damgasi') and has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'))")) {
                faults.add(USERNAME + " must not change or empty the history's log, only add to it");
            }
        }
        return faults;
    }

    private static boolean isTrue(JdbcClient jdbc, String question) {
        return Boolean.TRUE.equals(jdbc.sql(question).query(Boolean.class).single());
    }
}

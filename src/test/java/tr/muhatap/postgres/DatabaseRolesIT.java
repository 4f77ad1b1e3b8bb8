package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Privileges of the program's database role, with a separate owner of the tables, as in all these tests. */
@PostgresTest
class DatabaseRolesIT {

    @Autowired
    JdbcClient jdbc;

    private JdbcClient program = JdbcClient.create(Postgres.dataSource("postgres"));

    @BeforeEach
    void connectAsTheProgram() {
        program = JdbcClient.create(Postgres.ofTheProgram(
                jdbc.sql("select current_database()").query(String.class).single()));
    }

    @Test
    void everyTableBelongsToTheOwnerAndTheProgramIsOnlyItself() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo(Postgres.PROGRAM);
        assertThat(jdbc.sql("select distinct tableowner from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list())
                .containsExactly(Postgres.OWNER);
        assertThat(jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list())
                .contains("basvuru", "act_ru_task", "act_hi_procinst", "act_re_decision_def", "spring_session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table arka_kapi (id integer)",
                "create schema arka_kapi",
                "create function arka_kapi() returns integer language sql as 'select 1'",
                "create view arka_kapi as select * from basvuru",
                "alter table basvuru add column arka_kapi integer",
                "alter table olay disable trigger all",
                "alter table act_ru_task owner to muhatap",
                "drop table olay",
                "drop index basvuru_unit",
                "truncate olay",
                "truncate act_hi_procinst",
                "create index arka_kapi on olay (id)",
                "create trigger arka_kapi before insert on olay for each row execute function suppress_redundant_updates_trigger()",
                "create role arka_kapi",
                "set role muhatap_sahibi",
                "copy olay to program 'cat'",
                "update flyway_schema_history set checksum = 1",
                "delete from flyway_schema_history",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "update kayit_zinciri set yaprak = detay",
                "delete from kayit_zinciri",
                "truncate kayit_zinciri",
                "update zincir_basi set kok = imza",
                "delete from zincir_basi",
                "delete from zincir_capasi",
                "update zincir_anahtari set kimlik = 'x'"
            })
    void theProgramChangesNoTable(String statement) {
        assertThatThrownBy(() -> program.sql(statement).update())
                .as(statement)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|must be superuser|must be member).*");
    }

    @Test
    void itReadsAndWritesRowsOfEveryTableThatIsOrWillBe() {
        for (var table : jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            assertThatCode(() -> program.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .doesNotThrowAnyException();
            assertThat(program.sql("select has_table_privilege(:table, 'insert, update, delete')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isEqualTo(!table.equals("flyway_schema_history"));
        }
        assertThat(program.sql("select count(*) from pg_default_acl where defaclrole = cast(:owner as regrole)")
                        .param("owner", Postgres.OWNER)
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}

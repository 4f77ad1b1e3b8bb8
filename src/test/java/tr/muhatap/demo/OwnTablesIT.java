package tr.muhatap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tr.muhatap.postgres.Postgres;

/** Tables of every shape are emptied, on both databases, without being listed. */
class OwnTablesIT {

    enum Database {
        H2 {
            @Override
            DataSource open() {
                return new DriverManagerDataSource("jdbc:h2:mem:own-tables;DB_CLOSE_DELAY=-1", "sa", "");
            }
        },
        POSTGRESQL {
            @Override
            DataSource open() {
                return Postgres.dataSource(Postgres.newDatabase());
            }
        };

        abstract DataSource open();
    }

    private JdbcTemplate jdbc = new JdbcTemplate();

    @AfterEach
    void dropWhatH2Keeps() {
        for (var table : List.of("ring_a", "ring_b", "ring_c")) {
            jdbc.execute("drop table if exists " + table + " cascade");
        }
        for (var table : List.of("leaf", "branch", "root", "tree", "node_lock", "act_ru_task", "tatil")) {
            jdbc.execute("drop table if exists " + table + " cascade");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatReferToOthersGoBeforeThem(Database database) {
        open(database);
        // By name the wrong way round
        jdbc.execute("create table root (id integer primary key)");
        jdbc.execute("create table branch (id integer primary key, root integer not null references root)");
        jdbc.execute("create table leaf (id integer primary key, branch integer not null references branch, "
                + "root integer references root)");
        jdbc.execute("create table tree (id integer primary key, above integer references tree)");
        jdbc.update("insert into root values (1)");
        jdbc.update("insert into branch values (1, 1)");
        jdbc.update("insert into leaf values (1, 1, 1)");
        jdbc.update("insert into tree values (1, null)");
        jdbc.update("insert into tree values (2, 1)");
        jdbc.update("insert into tree values (3, 2)");
        jdbc.update("update tree set above = 3 where id = 1");

        new OwnTables(jdbc).empty();

        assertThat(rows("root", "branch", "leaf", "tree"))
                .isEqualTo(Map.of("root", 0, "branch", 0, "leaf", 0, "tree", 0));
    }

    @ParameterizedTest
    @EnumSource
    void aCircleIsOpenedWhereSomethingMayBeUnknown(Database database) {
        open(database);
        circle("");
        jdbc.update("insert into ring_a values (1, null)");
        jdbc.update("insert into ring_c values (1, 1)");
        jdbc.update("insert into ring_b values (1, 1)");
        jdbc.update("update ring_a set b = 1");

        new OwnTables(jdbc).empty();

        assertThat(rows("ring_a", "ring_b", "ring_c")).isEqualTo(Map.of("ring_a", 0, "ring_b", 0, "ring_c", 0));
    }

    @ParameterizedTest
    @EnumSource
    void aCircleThatCannotBeOpenedIsNamed(Database database) {
        open(database);
        circle(" not null");

        assertThatThrownBy(() -> new OwnTables(jdbc).empty()).hasMessageContaining("refer to each other");
    }

    @ParameterizedTest
    @EnumSource
    void theEnginesTablesAndWhatIsKeptStay(Database database) {
        open(database);
        for (var table : List.of("act_ru_task", "node_lock", "tatil")) {
            jdbc.execute("create table " + table + " (id integer)");
            jdbc.update("insert into " + table + " values (1)");
        }

        new OwnTables(jdbc).empty();

        assertThat(rows("act_ru_task", "node_lock", "tatil"))
                .isEqualTo(Map.of("act_ru_task", 1, "node_lock", 1, "tatil", 1));
    }

    private void open(Database database) {
        jdbc = new JdbcTemplate(database.open());
    }

    private void circle(String condition) {
        jdbc.execute("create table ring_a (id integer primary key, b integer" + condition + ")");
        jdbc.execute("create table ring_c (id integer primary key, a integer not null references ring_a)");
        jdbc.execute("create table ring_b (id integer primary key, c integer not null references ring_c)");
        jdbc.execute("alter table ring_a add foreign key (b) references ring_b");
    }

    private Map<String, Integer> rows(String... tables) {
        return List.of(tables).stream()
                .collect(java.util.stream.Collectors.toMap(
                        table -> table,
                        table -> java.util.Objects.requireNonNull(
                                jdbc.queryForObject("select count(*) from " + table, Integer.class))));
    }
}

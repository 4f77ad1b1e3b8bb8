package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runbook's commands: a backup of the running office, and its restore into another database. */
@PostgresTest
class BackupIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void givenPostgresOwnPrograms() throws Exception {
        if (run("postgres", List.of("sh", "-c", "command -v pg_dump && command -v pg_restore && command -v psql"))
                != 0) {
            String reason = "pg_dump, pg_restore veya psql bulunamadı; yedekleme sınaması yapılmadı.";
            if (Boolean.getBoolean("muhatap.backup.required")) {
                fail(reason);
            }
            abort(reason);
        }
    }

    @Test
    void aRestoredOfficeHasEveryHistoryWholeAndGivesNoNumberTwice() throws Exception {
        var office = new ProductionOffice(port);
        var open = office.register(Applications.on("CIMER"));
        office.complete("cagri", open, "On_Inceleme", "onInceleme", "KABUL");
        // The receipt goes out by itself, meanwhile or before
        await().atMost(Duration.ofSeconds(60))
                .until(() -> history(jdbc, open).toString().contains("MesajIletildi"));
        var before = history(jdbc, open);
        var file = folder.resolve("muhatap.dump").toString();
        String database =
                jdbc.sql("select current_database()").query(String.class).single();

        assertThat(run(database, List.of("src/ops/backup", file))).isZero();
        var lost = office.register(Applications.on("CIMER"));
        office.complete("cagri", open, "Birime_Sevk", "birim", "fen-isleri");
        String empty = Postgres.newDatabase();
        assertThat(run(empty, List.of("src/ops/restore", file))).isZero();

        var restored = JdbcClient.create(Postgres.dataSource(empty));
        assertThat(history(restored, open)).isEqualTo(before).hasSizeGreaterThan(1);
        assertThat(restored.sql("select status from basvuru where number = ?")
                        .param(open)
                        .query(String.class)
                        .single())
                .isEqualTo("SEVK_BEKLIYOR");
        assertThat(count(
                        restored,
                        "select count(*) from basvuru b where not exists "
                                + "(select 1 from olay o where o.number = b.number and o.action = 'Alindi')"))
                .as("applications without the beginning of their history")
                .isZero();
        assertThat(
                        count(
                                restored,
                                "select count(*) from basvuru b where status <> 'KAPANDI' and 1 <> "
                                        + "(select count(*) from act_ru_execution e where e.business_key_ = b.number "
                                        + "and e.parent_id_ is null and e.super_exec_ is null and e.proc_def_id_ not like 'muracaat%')"))
                .as("open applications without exactly one process")
                .isZero();
        assertThat(count(restored, "select count(*) from spring_session"))
                .as("keys of those who are signed in")
                .isZero();
        assertThat(count(restored, "select max(last_number) from number_sequence"))
                .as("the last number given, behind those that were lost with the backup")
                .isGreaterThan(Long.parseLong(lost.substring(5)));
        worksOn(empty, open, lost);
    }

    /** The program starts on the restored database and continues to work. */
    private static void worksOn(String database, String open, String lost) {
        try (var node = Node.started(ProductionSettings.on(Postgres.url(Postgres.port(), database)))) {
            var office = node.office();
            office.complete("cagri", open, "Birime_Sevk", "birim", "fen-isleri");
            assertThat(office.status(open)).isEqualTo("BIRIMDE");
            assertThat(office.register(Applications.on("CIMER")))
                    .as("a number that nobody was told before")
                    .isGreaterThan(lost);
            assertThat(node.unexpectedFailures()).isEmpty();
        }
    }

    @Test
    void theRolesOfTheRunbookAreMadeAndOnlyTheOwnerMakesTables() throws Exception {
        assertThat(run(
                        "postgres",
                        Postgres.USER,
                        List.of(
                                "env",
                                "OWNER_PASSWORD=a",
                                "PROGRAM_PASSWORD=b'\"",
                                "psql",
                                "--quiet",
                                "--set=owner=ayri_sahip",
                                "--set=program=ayri",
                                "--set=database=ayri",
                                "--file=src/ops/roles.sql")))
                .isZero();

        assertThat(run("ayri", "ayri", List.of("psql", "--command=create table x (id integer)")))
                .isNotZero();
        assertThat(run("ayri", "ayri_sahip", List.of("psql", "--command=create table x (id integer)")))
                .isZero();
    }

    private static List<String> history(JdbcClient jdbc, String number) {
        return jdbc.sql(
                        "select action || ' ' || actor || ' ' || at || ' ' || detail from olay where number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static int run(String database, List<String> command) throws IOException, InterruptedException {
        return run(database, Postgres.OWNER, command);
    }

    private static int run(String database, String user, List<String> command)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().put("PGHOST", "127.0.0.1");
        process.environment().put("PGPORT", String.valueOf(Postgres.port()));
        process.environment().put("PGUSER", user);
        process.environment().put("PGDATABASE", database);
        var running = process.start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return running.exitValue();
    }
}

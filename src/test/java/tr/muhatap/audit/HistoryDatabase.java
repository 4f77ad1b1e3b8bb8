package tr.muhatap.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.postgres.Postgres;

/** A database with the tables of the history alone, made by their own migrations. */
enum HistoryDatabase {
    H2 {
        @Override
        DataSource open() {
            return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource open() {
            return Postgres.dataSource(Postgres.newDatabase());
        }
    };

    abstract DataSource open();

    Opened opened() {
        var database = open();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("create table node_lock (name varchar(40) primary key)").update();
        run(database, "V003__audit");
        jdbc.sql("alter table olay alter column detail set data type varchar(1000000)")
                .update();
        jdbc.sql("alter table olay add column actor_name varchar(200)").update();
        run(database, "V285__kayit_zinciri");
        run(database, "V286__zincir_basi");
        return new Opened(database, jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    private static void run(DataSource database, String migration) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + migration + ".sql")).execute(database);
    }

    record Opened(DataSource database, JdbcClient jdbc, TransactionTemplate transactions) {

        /** The same tables as a node sees them by another line. */
        Opened through(DataSource line) {
            return new Opened(
                    line, JdbcClient.create(line), new TransactionTemplate(new DataSourceTransactionManager(line)));
        }

        LogSequencer node() {
            return new LogSequencer(jdbc, new JdbcTemplate(database), transactions, new SimpleMeterRegistry());
        }

        /** The next head of a node with that key, at that time, brought into that directory. */
        void sign(String key, Path anchors, Instant at) {
            var settings = new AuditSettings(key, anchors.toString());
            new LogHeads(
                            settings,
                            node(),
                            jdbc,
                            transactions,
                            Clock.fixed(at, ZoneOffset.UTC),
                            new SigningKey(settings, jdbc))
                    .sweep();
        }

        void happens(String number, String action, String detail) {
            happens(number, action, detail, Instant.parse("2026-06-01T09:00:00.123456Z"));
        }

        void happens(String number, String action, String detail, Instant at) {
            jdbc.sql("insert into olay (number, at, actor, actor_name, action, detail) "
                            + "values (:number, :at, 'masa', 'Ayşe Işık', :action, :detail)")
                    .param("number", number)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("action", action)
                    .param("detail", detail)
                    .update();
        }

        long count(String table) {
            return jdbc.sql("select count(*) from " + table).query(Long.class).single();
        }
    }
}

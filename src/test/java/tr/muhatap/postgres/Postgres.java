package tr.muhatap.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;

/**
 * One real server for all tests of this JVM, and as many empty databases on it as are wanted. It keeps PostgreSQL's
 * small defaults and never waits for the disk; the benchmark gives it the memory that a server of its size would have
 * ({@code muhatap.postgres.buffers} and {@code .log}) and lets it wait ({@code .disk}).
 */
public final class Postgres {

    /** Its connections are trusted; the program demands a password all the same. */
    static final String USER = "postgres";

    /** The role that owns the tables, and the program's own, which may do nothing but read and write rows. */
    static final String OWNER = "muhatap_sahibi";

    static final String PROGRAM = "muhatap";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    static int port() {
        return SERVER.getPort();
    }

    /** Name of a new, empty database. */
    public static String newDatabase() {
        String name = "muhatap_" + DATABASES.incrementAndGet();
        execute("create database " + name + " owner " + OWNER);
        giveSchemaToOwner(SERVER.getDatabase(USER, name));
        return name;
    }

    /** One that has on disk what it acknowledged, as in production; this server does not wait for that by itself. */
    static String newDurableDatabase() {
        String name = newDatabase();
        execute("alter database " + name + " set synchronous_commit = on");
        return name;
    }

    private static void execute(String sql) {
        execute(SERVER.getPostgresDatabase(), sql);
    }

    static void execute(DataSource server, String sql) {
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void createRoles(DataSource server) {
        execute(server, "create role " + OWNER + " login");
        execute(server, "create role " + PROGRAM + " login");
    }

    /** As src/ops/roles.sql does. */
    static void giveSchemaToOwner(DataSource database) {
        execute(database, "alter schema public owner to " + OWNER);
        execute(database, "revoke create on schema public from public");
    }

    /** As the program's role sees it. */
    static DataSource ofTheProgram(String database) {
        return SERVER.getDatabase(PROGRAM, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public static DataSource dataSource(String database) {
        return dataSource(USER, database);
    }

    static DataSource dataSource(String user, String database) {
        return SERVER.getDatabase(user, database);
    }

    /** One that keeps its connections open, as a program has it. */
    static HikariDataSource pool(String database) {
        var pool = new HikariDataSource();
        pool.setDataSource(dataSource(database));
        pool.setMaximumPoolSize(20);
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", System.getProperty("muhatap.postgres.buffers", "128MB"))
                    .setServerConfig("max_wal_size", System.getProperty("muhatap.postgres.log", "1GB"))
                    .setServerConfig("fsync", System.getProperty("muhatap.postgres.disk", "off"))
                    // Whole pages after a checkpoint, which are of use to nobody without fsync, would blur what WAL
                    // costs
                    .setServerConfig("full_page_writes", System.getProperty("muhatap.postgres.disk", "off"))
                    .setRegisterShutdownHook(false)
                    .start();
            createRoles(server.getPostgresDatabase());
            // After the last program has closed; the library's own hook would not wait for it
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

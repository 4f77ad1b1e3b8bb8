package tr.muhatap.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * One real server for all tests of this JVM, and as many empty databases on it as are wanted. It keeps PostgreSQL's small
 * defaults and never waits for the disk; the benchmark gives it the memory that a server of its size would have ({@code
 * muhatap.postgres.buffers} and {@code .log}) and lets it wait ({@code .disk}).
 */
public final class Postgres {

    /** Its connections are trusted; the program demands a password all the same. */
    static final String USER = "postgres";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    static int port() {
        return SERVER.getPort();
    }

    /** Name of a new, empty database. */
    public static String newDatabase() {
        String name = "muhatap_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return name;
    }

    /** One that has on disk what it acknowledged, as in production; this server does not wait for that by itself. */
    static String newDurableDatabase() {
        String name = newDatabase();
        execute("alter database " + name + " set synchronous_commit = on");
        return name;
    }

    private static void execute(String sql) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public static javax.sql.DataSource dataSource(String database) {
        return SERVER.getDatabase(USER, database);
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
                    .setRegisterShutdownHook(false)
                    .start();
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

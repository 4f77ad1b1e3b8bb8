package tr.muhatap.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** A server for one test, which can be killed and restarted with its data directory. */
final class KillablePostgres implements AutoCloseable {

    private static final int ATTEMPTS = 10;

    private final Path data;
    private EmbeddedPostgres server;

    KillablePostgres(Path data) {
        this.data = data;
        this.server = start(0);
        Postgres.createRoles(dataSource());
        Postgres.giveSchemaToOwner(dataSource());
    }

    int port() {
        return server.getPort();
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    /** Like {@code kill -9} of the postmaster, followed by a restart at the same port. */
    void killAndRestart() {
        int port = port();
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            var postmaster = ProcessHandle.of(pid).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            // Only lets go of the folder: there is nothing left to stop
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Orphaned workers hold the old server's shared memory for a moment, during which no new one can start. */
    private EmbeddedPostgres start(int port) {
        var builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "100")
                // Acknowledged commits have to be on disk, as in production
                .setServerConfig("synchronous_commit", "on");
        if (port > 0) {
            builder.setPort(port);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return builder.start();
            } catch (IOException | IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}

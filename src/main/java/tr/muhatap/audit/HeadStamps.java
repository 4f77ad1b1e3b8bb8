package tr.muhatap.audit;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.bouncycastle.tsp.TSPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the newest head stamped by a server of RFC 3161. A server that hangs or refuses delays stamps and nothing else. */
@Component
class HeadStamps {

    private static final Logger LOG = LoggerFactory.getLogger(HeadStamps.class);
    private static final int NONCE_BITS = 64;

    /** A token with its certificates has a few thousand bytes. */
    private static final int LONGEST_ANSWER = 100_000;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final StampSettings settings;
    private final ObjectProvider<StampServer> server;
    private final LogHeads heads;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private int failures;
    private Instant nextTry = Instant.MIN;
    private boolean someMayBeMissing = true;

    HeadStamps(
            StampSettings settings, ObjectProvider<StampServer> server, LogHeads heads, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.heads = heads;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Stamped(int log, long size) {

        String fileName() {
            return LogHead.stampName(log, size);
        }
    }

    @Scheduled(
            initialDelayString = "${muhatap.time-stamp.sweep:PT1M}",
            fixedDelayString = "${muhatap.time-stamp.sweep:PT1M}")
    void sweep() {
        stamp();
        bringOutside();
    }

    private void stamp() {
        var address = address();
        if (address.isEmpty() || clock.instant().isBefore(nextTry)) {
            return;
        }
        try {
            var head = due();
            if (head.isPresent()) {
                keep(head.get(), stamped(address.get(), head.get()));
            }
            failures = 0;
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // its stamp is as good
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (IOException | TSPException | DataAccessException failed) {
            nextTry = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
            failures++;
            LOG.warn("The log's head waits for its time stamp: {}", failed.toString());
        }
    }

    private Optional<URI> address() {
        return settings.url().isBlank()
                ? server.stream().findFirst().map(StampServer::address)
                : Optional.of(URI.create(settings.url().strip()));
    }

    /** The newest head, unless it or one of the last hour has a stamp. */
    private Optional<LogHead> due() {
        var since = clock.instant().minus(settings.every()).atOffset(ZoneOffset.UTC);
        return LogReader.heads(jdbc, "order by defter desc, boy desc fetch first 1 row only").stream()
                .findFirst()
                .filter(head -> jdbc.sql("select count(*) from zincir_damgasi where defter = :log "
                                        + "and (boy = :size or zaman > :since)")
                                .param("log", head.log())
                                .param("size", head.size())
                                .param("since", since)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private byte[] stamped(URI address, LogHead head) throws IOException, TSPException, InterruptedException {
        var request = TimeStamp.request(head, new BigInteger(NONCE_BITS, random));
        var token = TimeStamp.token(request, answer(address, request.getEncoded()));
        if (TimeStamp.verified(head, token, List.of()).isEmpty()) {
            throw new TSPException("The server's stamp does not hold");
        }
        return token;
    }

    /** The limit is one of the whole exchange: a server may also stall in the middle of its answer. */
    private byte[] answer(URI address, byte[] request) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        var exchange = client.sendAsync(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/timestamp-query")
                                .timeout(settings.timeout())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(HeadStamps::body);
        try {
            return exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            exchange.cancel(true);
            throw new IOException("The server did not answer within " + settings.timeout(), slow);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            var bytes = body.readNBytes(LONGEST_ANSWER + 1);
            if (response.statusCode() != 200 || bytes.length > LONGEST_ANSWER) {
                throw new IOException("The server answered " + response.statusCode());
            }
            return bytes;
        } catch (IOException failed) {
            throw new CompletionException(failed);
        }
    }

    private void keep(LogHead head, byte[] token) {
        jdbc.sql("insert into zincir_damgasi (defter, boy, zaman, damga) values (:log, :size, :at, :token)")
                .param("log", head.log())
                .param("size", head.size())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("token", token)
                .update();
        someMayBeMissing = true;
    }

    /** After a start, a stamp or a failure: every stamp without a file gets one, so that a full disk loses none. */
    private void bringOutside() {
        if (!someMayBeMissing || heads.directory().isBlank()) {
            return;
        }
        try {
            var folder = Files.createDirectories(Path.of(heads.directory()));
            for (var missing : withoutFile(folder)) {
                var token = jdbc.sql("select damga from zincir_damgasi where defter = :log and boy = :size")
                        .param("log", missing.log())
                        .param("size", missing.size())
                        .query((row, index) -> row.getBytes(1))
                        .single();
                var written = Files.createTempFile(folder, "damga", ".part");
                try {
                    Files.write(written, token);
                    Files.move(written, folder.resolve(missing.fileName()), StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(written);
                }
            }
            someMayBeMissing = false;
        } catch (IOException | DataAccessException failed) {
            LOG.warn("A time stamp waits to be brought outside: {}", failed.toString());
        }
    }

    private List<Stamped> withoutFile(Path folder) throws IOException {
        Set<String> there;
        try (var files = Files.list(folder)) {
            there = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        return jdbc
                .sql("select defter, boy from zincir_damgasi order by defter, boy")
                .query((row, index) -> new Stamped(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .filter(stamped -> !there.contains(stamped.fileName()))
                .toList();
    }

    /** When the head was stamped; empty if no stamp covers it. */
    Optional<OffsetDateTime> stampedAt(LogHead head) {
        return jdbc
                .sql("select min(zaman) from zincir_damgasi where defter = :log and boy >= :size")
                .param("log", head.log())
                .param("size", head.size())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}

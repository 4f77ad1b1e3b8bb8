package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import picocli.CommandLine;
import tr.muhatap.audit.LogVerification.What;
import tr.muhatap.demo.DemoTimeStamps;

/** Heads are stamped by a server of RFC 3161; stamps of another head or server are named, and no server holds anybody up. */
class HeadStampsIT {

    private static final Instant NINE = Instant.parse("2026-06-01T06:00:00Z");
    private static final String KEY =
            Base64.getEncoder().encodeToString(HeadKeys.made().getPrivate().getEncoded());

    @TempDir
    Path anchors;

    private DemoTimeStamps server;

    @BeforeEach
    void startServer() throws IOException {
        server = new DemoTimeStamps(Clock.fixed(NINE.plusSeconds(70), ZoneOffset.UTC));
    }

    @AfterEach
    void stopServer() {
        server.destroy();
    }

    @ParameterizedTest
    @EnumSource
    void theNewestHeadIsStampedAndTheStampCoversThoseBefore(HistoryDatabase kind) throws IOException {
        var database = office(kind);
        stamps(database, server.address(), NINE.plusSeconds(70)).sweep();
        stamps(database, server.address(), NINE.plusSeconds(80)).sweep();

        var report = verify(database);
        assertThat(report.broken()).isEmpty();
        assertThat(report.stamps()).singleElement().satisfies(stamp -> {
            assertThat(stamp.size()).isEqualTo(5);
            assertThat(stamp.at()).isEqualTo(NINE.plusSeconds(70));
            assertThat(report.covered(stamp)).isEqualTo(2);
        });
        try (var files = Files.list(anchors)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("bas-1-000000000005.tsr");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplayedChangedOrOrphanedStampIsNamed(HistoryDatabase kind) {
        for (var tampering : List.of(
                "update zincir_damgasi set boy = 3",
                "update zincir_damgasi set boy = 77",
                "update zincir_damgasi set damga = (select imza from zincir_basi where boy = 5)",
                "update zincir_basi set imza = kok where boy = 5")) {
            var database = office(kind);
            stamps(database, server.address(), NINE.plusSeconds(70)).sweep();
            database.jdbc().sql(tampering).update();
            assertThat(verify(database).broken())
                    .as(tampering)
                    .extracting(LogVerification.Broken::what)
                    .contains(What.DAMGA_GECERSIZ);
        }
    }

    /** As with a full directory: the next sweep brings what is missing, and another node's start what it left. */
    @Test
    void aStampWithoutItsFileGetsItLater() throws IOException {
        var database = office(HistoryDatabase.H2);
        var file = anchors.resolve("bas-1-000000000005.tsr");
        // Something stands in the way of the directory
        var held = Files.move(anchors, anchors.resolveSibling(anchors.getFileName() + "-held"));
        Files.createFile(anchors);
        var stamps = stamps(database, server.address(), NINE.plusSeconds(70));
        stamps.sweep();
        assertThat(database.count("zincir_damgasi")).isEqualTo(1);

        Files.delete(anchors);
        Files.move(held, anchors);
        stamps.sweep();
        var token = database.jdbc()
                .sql("select damga from zincir_damgasi")
                .query((row, index) -> row.getBytes(1))
                .single();
        assertThat(file).hasBinaryContent(token);

        Files.delete(file);
        stamps(database, URI.create("http://127.0.0.1:1/"), NINE.plusSeconds(75))
                .sweep();
        assertThat(file).hasBinaryContent(token);
        try (var files = Files.list(anchors)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    /** Whatever stands in the table is a stamp or a fault, never an error of the verification. */
    @Test
    void aMalformedStampIsNoError() {
        var database = office(HistoryDatabase.H2);
        stamps(database, server.address(), NINE.plusSeconds(70)).sweep();
        var head = LogReader.heads(database.jdbc(), "where boy = 5").get(0);
        var token = database.jdbc()
                .sql("select damga from zincir_damgasi")
                .query((row, index) -> row.getBytes(1))
                .single();
        for (int at = 0; at < token.length; at++) {
            for (int changed : new int[] {0x00, 0x05, 0x30, 0x80, 0xff}) {
                var other = token.clone();
                other[at] = (byte) changed;
                assertThatNoException()
                        .as("byte %d is %d", at, changed)
                        .isThrownBy(() -> TimeStamp.verified(head, other, List.of(server.certificate())));
            }
            assertThat(TimeStamp.verified(head, Arrays.copyOf(token, at), List.of()))
                    .isEmpty();
        }
    }

    @Test
    void aStampOfAnotherServerIsNotTrusted() throws IOException {
        var database = office(HistoryDatabase.H2);
        stamps(database, server.address(), NINE.plusSeconds(70)).sweep();
        var head = LogReader.heads(database.jdbc(), "where boy = 5").get(0);
        var token = database.jdbc()
                .sql("select damga from zincir_damgasi")
                .query((row, index) -> row.getBytes(1))
                .single();
        var other = new DemoTimeStamps(Clock.fixed(NINE, ZoneOffset.UTC));
        try {
            assertThat(TimeStamp.verified(head, token, List.of(server.certificate())))
                    .isPresent();
            assertThat(TimeStamp.verified(head, token, List.of(other.certificate())))
                    .isEmpty();
        } finally {
            other.destroy();
        }
    }

    /** It refuses, answers nonsense, never answers, or stops in the middle: each costs a moment, and the next try comes later. */
    @Test
    void aServerThatHangsOrRefusesCostsTimeOnly() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var nonsense = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        nonsense.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/refuse") ? 503 : 200, 0);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            if (!exchange.getRequestURI().getPath().equals("/stall")) {
                exchange.close();
            }
        });
        nonsense.start();
        try (var silent = new ServerSocket(0, 5, loopback)) {
            String base = "http://127.0.0.1:" + nonsense.getAddress().getPort();
            for (var address : Stream.of(
                            base + "/refuse",
                            base + "/nonsense",
                            base + "/stall",
                            "http://127.0.0.1:" + silent.getLocalPort() + "/",
                            "http://127.0.0.1:1/")
                    .map(URI::create)
                    .toList()) {
                var database = office(HistoryDatabase.H2);
                long started = System.nanoTime();
                var stamps = stamps(database, address, NINE.plusSeconds(70));
                stamps.sweep();
                stamps.sweep();
                assertThat(Duration.ofNanos(System.nanoTime() - started))
                        .as(address.toString())
                        .isLessThan(Duration.ofSeconds(8));
                assertThat(database.count("zincir_damgasi")).isZero();
                assertThat(verify(database).broken()).isEmpty();
            }
        } finally {
            nonsense.stop(0);
        }
    }

    @Test
    void theCommandSaysWhatAStampCovers() throws IOException {
        var database = office(HistoryDatabase.POSTGRESQL);
        stamps(database, server.address(), NINE.plusSeconds(70)).sweep();
        var url = database.jdbc()
                .sql("select 'jdbc:postgresql://127.0.0.1:' || inet_server_port() || '/' || current_database()")
                .query(String.class)
                .single();
        var out = new StringWriter();
        var command = new CommandLine(new VerifyCommand()).setOut(new PrintWriter(out));
        command.execute("--url", url, "--kullanici", "postgres");
        assertThat(out.toString()).contains("Zaman damgası 1", "boy 5", "kapsadığı imzalı baş 2");

        database.jdbc().sql("update olay set detail = '{\"x\":1}' where id = 2").update();
        command.execute("--url", url, "--kullanici", "postgres");
        assertThat(out.toString()).contains("kapsayan ilk zaman damgası: boy 5");
    }

    /** A head after three entries and one after five. */
    private HistoryDatabase.Opened office(HistoryDatabase kind) {
        var database = kind.opened();
        for (int each = 1; each <= 4; each++) {
            database.happens("2026-000001", "Olay" + each, "{}", NINE.plusSeconds(each));
            if (each == 2 || each == 4) {
                database.sign(KEY, anchors, NINE.plusSeconds(60));
            }
        }
        return database;
    }

    private HeadStamps stamps(HistoryDatabase.Opened database, URI address, Instant at) {
        var clock = Clock.fixed(at, ZoneOffset.UTC);
        var settings = new AuditSettings(KEY, List.of(), anchors.toString(), 0);
        var heads = new LogHeads(
                settings,
                database.node(),
                database.jdbc(),
                database.transactions(),
                clock,
                new SigningKey(settings, database.jdbc()));
        return new HeadStamps(
                new StampSettings(address.toString(), Duration.ofHours(1), Duration.ofSeconds(1)),
                new NoServer(),
                heads,
                database.jdbc(),
                clock);
    }

    private LogVerification.Report verify(HistoryDatabase.Opened database) {
        return LogReader.verify(database.database(), List.of(), Map.of());
    }

    static final class NoServer implements ObjectProvider<StampServer> {

        @Override
        public Stream<StampServer> stream() {
            return Stream.empty();
        }
    }
}

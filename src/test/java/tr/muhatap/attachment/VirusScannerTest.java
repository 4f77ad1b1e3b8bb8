package tr.muhatap.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tr.muhatap.problem.RuleViolationException;

class VirusScannerTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private static final int LARGE = 200_000;

    @Test
    void theWholeFileIsShownToTheDaemonAndItsWordCounts() throws Exception {
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var content = new byte[LARGE];
            content[LARGE - 1] = 1;
            var seen = CompletableFuture.supplyAsync(() -> serve(daemon, "stream: OK"));

            assertThat(scanner(daemon.getLocalPort()).finds(content)).isFalse();
            assertThat(seen.get()).isEqualTo(content);

            CompletableFuture.runAsync(() -> serve(daemon, "stream: Eicar-Test-Signature FOUND"));
            assertThat(scanner(daemon.getLocalPort()).finds(content)).isTrue();
        }
    }

    @Test
    void nothingIsTakenWhereTheDaemonIsAwayOrAtALoss() throws Exception {
        int port;
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = daemon.getLocalPort();
            CompletableFuture.runAsync(() -> serve(daemon, "INSTREAM size limit exceeded. ERROR"));
            assertThatThrownBy(() -> scanner(port).finds(new byte[] {1}))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("Virüs taraması");
        }
        assertThatThrownBy(() -> scanner(port).finds(new byte[] {1})).isInstanceOf(RuleViolationException.class);
    }

    @Test
    void withoutADaemonNothingIsAsked() {
        assertThat(new VirusScanner(settings("")).finds(new byte[] {1})).isFalse();
    }

    /** The daemon neither reads nor writes, or writes a byte at a time and never ends. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDaemonThatHangsIsLeftInTime(boolean drips) throws Exception {
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> hang(daemon, drips));

            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatThrownBy(
                                    () -> scanner(daemon.getLocalPort()).finds(new byte[20 * LARGE]))
                            .isInstanceOf(RuleViolationException.class));
        }
    }

    private static void hang(ServerSocket daemon, boolean drips) {
        try (var socket = daemon.accept()) {
            while (!daemon.isClosed()) {
                if (drips) {
                    socket.getInputStream().skip(LARGE);
                    socket.getOutputStream().write('x');
                }
                Thread.sleep(LIMIT.toMillis() / 3);
            }
        } catch (IOException | InterruptedException left) {
            // The scanner closed the connection
        }
    }

    private static VirusScanner scanner(int port) {
        return new VirusScanner(settings("127.0.0.1:" + port));
    }

    private static AttachmentSettings settings(String clamav) {
        return new AttachmentSettings(DataSize.ofMegabytes(1), 1, "", clamav, LIMIT, LIMIT, LIMIT.multipliedBy(3));
    }

    /** Answers one request as clamd does, and returns what it received. */
    static byte[] serve(ServerSocket daemon, String word) {
        try (var socket = daemon.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            in.readFully(new byte["zINSTREAM".length() + 1]);
            var shown = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                shown.write(in.readNBytes(length));
            }
            socket.getOutputStream().write((word + "\0").getBytes(StandardCharsets.US_ASCII));
            return shown.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package tr.muhatap.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No receiver holds a request longer than its limit, and no name leads to another address than the checked one. */
class PosterTest {

    private static final byte[] BODY = "{}".getBytes(US_ASCII);

    private final WebhookSettings settings = WebhookFixture.settings(List.of("alici.example:*"), List.of("127.0.0.1"));
    private final AllowedTargets targets = new AllowedTargets(settings);
    private final AtomicInteger lookUps = new AtomicInteger();
    private ServerSocket server;
    private Poster poster;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        poster = new Poster(targets, settings, host -> {
            lookUps.incrementAndGet();
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        });
    }

    @AfterEach
    void close() throws IOException {
        poster.close();
        server.close();
    }

    /** What the other side does with a connection. */
    private interface Behaviour {
        void with(Socket socket) throws Exception;
    }

    private void serve(Behaviour behaviour) {
        var thread = new Thread(() -> {
            try (var socket = server.accept()) {
                behaviour.with(socket);
            } catch (Exception ended) {
                // The poster hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getInputStream().read(new byte[10_000]);
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private int post() throws IOException {
        return poster.post(target(), Map.of("X-Muhatap-Id", "1"), BODY);
    }

    private AllowedTargets.Target target() {
        return targets.target("http://alici.example:" + server.getLocalPort() + "/x")
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 410, 500})
    void theStatusIsRead(int status) throws IOException {
        serve(socket -> answer(socket, "HTTP/1.1 " + status + " Whatever\r\nLocation: http://127.0.0.1/\r\n\r\n"));

        assertThat(post()).isEqualTo(status);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void whatIsMerelyInformationalIsPassedOver() throws IOException {
        serve(socket -> answer(
                socket,
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.0 202\r\n\r\n"));

        assertThat(post()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 999 x\r\n",
                "HTTP/1.1 \r\n\r\n",
                "\r\n\r\n",
                "",
                "HTTP/2 200\r\n"
            })
    void whatIsNoAnswerIsAFailure(String given) {
        serve(socket -> answer(socket, given));

        assertThatThrownBy(this::post).isInstanceOf(IOException.class).hasMessageContaining("anlaşılamadı");
    }

    @Test
    void aLineWithoutAnEndIsAFailure() {
        serve(socket -> answer(socket, "H".repeat(5000)));

        assertThatThrownBy(this::post).isInstanceOf(IOException.class).hasMessageContaining("anlaşılamadı");
    }

    @Test
    void aReceiverThatIsSilentIsLeft() {
        var ended = new CountDownLatch(1);
        serve(socket -> ended.await());

        assertEndsInTime("zamanında");
        ended.countDown();
    }

    @Test
    void aReceiverThatSendsAByteNowAndThenIsLeft() {
        serve(socket -> {
            for (char one : "HTTP/1.1 200 OK and so on and on and on and on".toCharArray()) {
                socket.getOutputStream().write(one);
                socket.getOutputStream().flush();
                new CountDownLatch(1).await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        });

        assertEndsInTime("süre içinde");
    }

    @Test
    void aNameThatIsNotResolvedInTimeIsLeft() {
        var ended = new CountDownLatch(1);
        try (var slow = new Poster(targets, settings, host -> {
            await(ended);
            return new InetAddress[0];
        })) {
            assertThatThrownBy(() -> slow.post(target(), Map.of(), BODY)).hasMessageContaining("çözülemedi");
        }
        ended.countDown();
    }

    @Test
    void aNameThatLeadsIntoTheOfficeAsWellIsNotFollowed() {
        try (var rebound = new Poster(targets, settings, host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("169.254.169.254")})) {
            assertThatThrownBy(() -> rebound.post(target(), Map.of(), BODY)).hasMessageContaining("izin verilmemiştir");
        }
        try (var nowhere = new Poster(targets, settings, host -> new InetAddress[0])) {
            assertThatThrownBy(() -> nowhere.post(target(), Map.of(), BODY)).hasMessageContaining("izin verilmemiştir");
        }
    }

    @Test
    void aReceiverThatIsAwayIsAFailure() throws IOException {
        var target = target();
        server.close();

        assertThatThrownBy(() -> poster.post(target, Map.of(), BODY)).hasMessageContaining("bağlanılamadı");
    }

    private void assertEndsInTime(String words) {
        long begun = System.nanoTime();
        assertThatThrownBy(this::post).isInstanceOf(IOException.class).hasMessageContaining(words);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new UncheckedIOException(new IOException(ended));
        }
    }
}

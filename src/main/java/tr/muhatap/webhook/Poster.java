package tr.muhatap.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import tr.muhatap.text.Texts;

/**
 * Posts a body and reads the answer's status. The name is resolved once and that address is connected to, so that no second
 * look-up can lead elsewhere; no redirect is followed, and nothing takes longer than its limit, whatever the other side does.
 */
final class Poster implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int LONGEST_LINE = 1000;
    private static final int INFORMATIONAL = 200;
    private static final int MOST_LINES = 100;

    private final AllowedTargets targets;
    private final WebhookSettings settings;
    private final Resolver resolver;
    private final ScheduledExecutorService ends;
    private final ExecutorService lookUps;

    /** Finds the addresses of a name. */
    interface Resolver {
        InetAddress[] resolve(String host) throws IOException;
    }

    Poster(AllowedTargets targets, WebhookSettings settings, Resolver resolver) {
        this.targets = targets;
        this.settings = settings;
        this.resolver = resolver;
        this.ends = Executors.newSingleThreadScheduledExecutor(threads("webhook-limit"));
        this.lookUps = Executors.newCachedThreadPool(threads("webhook-name"));
    }

    @Override
    public void close() {
        ends.shutdownNow();
        lookUps.shutdownNow();
    }

    /**
     * The status of the answer.
     *
     * @throws IOException saying in words what stood in the way
     */
    int post(AllowedTargets.Target target, Map<String, String> headers, byte[] body) throws IOException {
        var address = reachable(target);
        try (var socket = new Socket()) {
            var ended = new AtomicBoolean();
            Runnable cut = () -> {
                // Before the socket is closed, since whoever reads from it asks at once
                ended.set(true);
                close(socket);
            };
            var end = ends.schedule(cut, settings.whole().toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.connect(new InetSocketAddress(address, target.port()), millis(settings.connect()));
                socket.setSoTimeout(millis(settings.answer()));
                return talk(target.encrypted() ? encrypted(socket, target) : socket, target, headers, body);
            } catch (IOException failed) {
                throw new IOException(ended.get() ? Texts.of("webhook.hata.uzun-surdu") : words(failed), failed);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static String words(IOException failed) {
        if (failed instanceof Unreadable) {
            return String.valueOf(failed.getMessage());
        }
        if (failed instanceof SocketTimeoutException) {
            return Texts.of("webhook.hata.sustu");
        }
        if (failed instanceof SSLException) {
            return Texts.of("webhook.hata.sertifika");
        }
        return Texts.of(failed instanceof ConnectException ? "webhook.hata.baglanamadi" : "webhook.hata.kesildi");
    }

    /** The other side speaks something else. */
    private static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(Texts.of("webhook.hata.http-degil"));
        }
    }

    private InetAddress reachable(AllowedTargets.Target target) throws IOException {
        var addresses = resolved(target.host());
        if (addresses.isEmpty()
                || !addresses.stream().allMatch(address -> targets.mayReach(address, target.encrypted()))) {
            throw new IOException(Texts.of("webhook.hata.adres-yasak"));
        }
        return addresses.get(0);
    }

    /** The system's own look-up knows no limit. */
    private List<InetAddress> resolved(String host) throws IOException {
        var looking = lookUps.submit(() -> resolver.resolve(host));
        try {
            return Arrays.asList(looking.get(settings.connect().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException unknown) {
            looking.cancel(true);
            throw new IOException(Texts.of("webhook.hata.ad-cozulemedi"), unknown);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        }
    }

    private static Socket encrypted(Socket plain, AllowedTargets.Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int talk(Socket socket, AllowedTargets.Target target, Map<String, String> headers, byte[] body)
            throws IOException {
        var head = new StringBuilder("POST ")
                .append(target.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.authority())
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var out = socket.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return status(new BufferedInputStream(socket.getInputStream()));
    }

    /** Of the first answer that is not merely informational. */
    static int status(InputStream in) throws IOException {
        for (int lines = 0; lines < MOST_LINES; lines++) {
            var status = STATUS.matcher(line(in));
            if (!status.matches()) {
                throw new Unreadable();
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= INFORMATIONAL) {
                return code;
            }
            while (!line(in).isEmpty()) {
                lines++;
                if (lines > MOST_LINES) {
                    break;
                }
            }
        }
        throw new Unreadable();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 || line.length() > LONGEST_LINE) {
                throw new Unreadable();
            }
            line.append((char) read);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to end
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.min(duration.toMillis(), Integer.MAX_VALUE);
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

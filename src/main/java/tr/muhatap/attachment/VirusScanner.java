package tr.muhatap.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/**
 * Scans files with a ClamAV daemon, by its command INSTREAM, with timeouts that ready-made clients lack. If a
 * configured daemon does not answer, files are refused.
 */
@Component
class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final int CHUNK = 64 * 1024;

    private final AttachmentSettings settings;
    private final String server;

    VirusScanner(AttachmentSettings settings) {
        this.settings = settings;
        this.server = settings.clamav();
    }

    /** @throws RuleViolationException if the daemon is not available */
    boolean finds(byte[] content) {
        if (server.isEmpty()) {
            return false;
        }
        try {
            String answer = ask(content);
            if (answer.endsWith("FOUND") || answer.endsWith("OK")) {
                return answer.endsWith("FOUND");
            }
            throw new IOException("The virus scanner answered: " + answer);
        } catch (IOException away) {
            LOG.error("The virus scanner at {} cannot be asked", server, away);
            throw new RuleViolationException(
                    AttachmentRefusal.VIRUS_TARAMASI_YAPILAMIYOR,
                    Texts.of("attachment.ret.virus-taramasi-yapilamiyor"));
        }
    }

    private String ask(byte[] content) throws IOException {
        try (var socket = new Socket()) {
            // Bound the time spent on a daemon that reads nothing or answers a byte per second
            var end = CompletableFuture.runAsync(
                    () -> close(socket),
                    CompletableFuture.delayedExecutor(settings.scanWhole().toMillis(), TimeUnit.MILLISECONDS));
            try {
                return ask(socket, content);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The connection to the virus scanner could not be closed", e);
        }
    }

    private String ask(Socket socket, byte[] content) throws IOException {
        int colon = server.lastIndexOf(':');
        socket.connect(
                new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))),
                (int) settings.scanConnect().toMillis());
        socket.setSoTimeout((int) settings.scanAnswer().toMillis());
        var out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < content.length; at += CHUNK) {
            int length = Math.min(CHUNK, content.length - at);
            out.writeInt(length);
            out.write(content, at, length);
        }
        out.writeInt(0);
        out.flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }
}

package tr.muhatap.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tr.muhatap.problem.RuleViolationException;

/**
 * Asks a ClamAV daemon about a file, by its command INSTREAM; with time limits, which the ready-made clients lack. Where one is
 * set and does not answer, nothing is taken.
 */
@Component
class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int CHUNK = 64 * 1024;

    private final String server;

    VirusScanner(AttachmentSettings settings) {
        this.server = settings.clamav();
    }

    /** @throws RuleViolationException where the daemon cannot be asked */
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
                    "Virüs taraması şu anda yapılamıyor; dosyayı biraz sonra yeniden gönderin.");
        }
    }

    private String ask(byte[] content) throws IOException {
        int colon = server.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))),
                    (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
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
}

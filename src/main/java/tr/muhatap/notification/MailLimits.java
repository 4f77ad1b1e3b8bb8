package tr.muhatap.notification;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Time limits of a mail server's connections. The mail library bounds each single read and write only; a server that sends a
 * byte a second would hold a connection for ever, so each connection has an end of its own, too.
 */
final class MailLimits {

    private MailLimits() {}

    /** Sets the limits on a sender, in place of any others. */
    static void set(JavaMailSenderImpl sender, NotificationSettings settings) {
        var properties = sender.getJavaMailProperties();
        var sockets = new Sockets(settings.mailWhole());
        for (var prefix : List.of("mail.smtp", "mail.smtps")) {
            properties.put(prefix + ".connectiontimeout", millis(settings.mailConnect()));
            properties.put(prefix + ".timeout", millis(settings.mailAnswer()));
            properties.put(prefix + ".writetimeout", millis(settings.mailWrite()));
            properties.put(prefix + ".socketFactory", sockets);
            properties.put(prefix + ".socketFactory.fallback", "false");
            // Once the server has taken the message, its farewell decides nothing
            properties.put(prefix + ".quitwait", "false");
        }
    }

    private static String millis(Duration duration) {
        return String.valueOf(Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }

    /** Makes sockets that end some time after they were made, whatever the other side does. */
    private static final class Sockets extends SocketFactory {

        private final Duration whole;

        Sockets(Duration whole) {
            this.whole = whole;
        }

        @Override
        public Socket createSocket() {
            return new BoundedSocket(whole);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw notConnected();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            throw notConnected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw notConnected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            throw notConnected();
        }

        private static IOException notConnected() {
            return new IOException("Connected sockets would have no limit for their connecting");
        }
    }

    /** Looks at its end before each read and write; each of those is bounded by the mail library. */
    private static final class BoundedSocket extends Socket {

        private final long end;

        BoundedSocket(Duration whole) {
            this.end = System.nanoTime() + whole.toNanos();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    requireTime();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    requireTime();
                    return super.read(bytes, offset, length);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int one) throws IOException {
                    requireTime();
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    requireTime();
                    out.write(bytes, offset, length);
                }
            };
        }

        private void requireTime() throws SocketTimeoutException {
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("The mail server took too long in all");
            }
        }
    }
}

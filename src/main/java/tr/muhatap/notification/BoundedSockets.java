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
import javax.net.SocketFactory;

/** Creates sockets with a total lifetime, whatever the server does. */
public final class BoundedSockets extends SocketFactory {

    private final Duration whole;

    public BoundedSockets(Duration whole) {
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
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw notConnected();
    }

    private static IOException notConnected() {
        return new IOException("Connected sockets would have no limit for their connecting");
    }

    /** Checks its deadline before each read and write; each of those is limited by the mail library. */
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

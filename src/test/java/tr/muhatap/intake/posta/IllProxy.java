package tr.muhatap.intake.posta;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy in front of a mail server on the loopback interface that fails in several ways. */
final class IllProxy implements AutoCloseable {

    /** Kind of failure. */
    enum Illness {
        NONE,
        SILENT,
        RESETS,
        /** Passes on part of the server's response, then stalls. */
        STALLS_MIDWAY,
        CUTS_MIDWAY
    }

    private final ServerSocket server;
    private final int target;
    private final int midway;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Illness illness;

    IllProxy(int target, Illness illness, int midway) {
        this.target = target;
        this.illness = illness;
        this.midway = midway;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void becomes(Illness other) {
        illness = other;
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // Over
        }
    }

    private void serve(Socket client) {
        var now = illness;
        try {
            if (now == Illness.RESETS) {
                client.setSoLinger(true, 0);
                client.close();
                return;
            }
            if (now == Illness.SILENT) {
                return;
            }
            var mail = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(mail);
            start(() -> copy(client, mail, Integer.MAX_VALUE, Illness.NONE));
            copy(mail, client, now == Illness.NONE ? Integer.MAX_VALUE : midway, now);
        } catch (IOException gone) {
            // The other side closed the connection
        }
    }

    private static void copy(Socket from, Socket to, int most, Illness after) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[1024];
            int left = most;
            while (left > 0) {
                int read = in.read(some, 0, Math.min(some.length, left));
                if (read < 0) {
                    to.close();
                    return;
                }
                out.write(some, 0, read);
                out.flush();
                left -= read;
            }
            if (after == Illness.CUTS_MIDWAY) {
                from.close();
                to.close();
            }
        } catch (IOException gone) {
            // The other side closed the connection
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "ill-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}

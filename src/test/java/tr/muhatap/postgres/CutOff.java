package tr.muhatap.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A proxy between the program and its database that can interrupt the connection. */
final class CutOff implements AutoCloseable {

    private final int databasePort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable ServerSocket server;

    CutOff(int databasePort) {
        this.databasePort = databasePort;
        join();
    }

    int port() {
        return port;
    }

    /** Closes all connections and accepts no new ones. */
    void cut() {
        try {
            if (server != null) {
                server.close();
            }
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts connections again, at the same port. */
    void join() {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = opened.getLocalPort();
            server = opened;
            daemon(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                connect(opened.accept());
            }
        } catch (IOException closed) {
            // cut
        }
    }

    /** While the database is away, connection attempts fail immediately. */
    private void connect(Socket program) throws IOException {
        Socket database;
        try {
            database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
        } catch (IOException away) {
            program.close();
            return;
        }
        program.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        sockets.add(program);
        sockets.add(database);
        daemon(() -> pump(program, database));
        daemon(() -> pump(database, program));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            // cut, or one side has gone
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "cut-off");
        thread.setDaemon(true);
        thread.start();
    }
}

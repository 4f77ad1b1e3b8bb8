package tr.muhatap.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on the loopback interface that fails in several ways. */
final class FakeMailServer implements AutoCloseable {

    /** Kind of failure. */
    enum Illness {
        NONE,
        SILENT_FROM_THE_BEGINNING,
        SILENT_AFTER_RECIPIENT,
        SILENT_AFTER_DATA,
        SILENT_AFTER_MESSAGE_BUT_HAS_IT_NOT,
        A_BYTE_AT_A_TIME,
        RESETS,
        RESETS_IN_DATA,
        SILENT_AT_THE_FAREWELL,
        RESETS_AT_THE_FAREWELL,
        NO_SUCH_MAILBOX
    }

    private static final long DRIP_MILLIS = 200;

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private volatile Illness illness;
    private volatile boolean closed;

    FakeMailServer(Illness illness) {
        this.illness = illness;
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

    /** The accepted mails, each with its headers. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    private void accept() {
        while (!closed) {
            try {
                var socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "fake-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        var now = illness;
        try (socket) {
            if (now == Illness.RESETS) {
                reset(socket);
                return;
            }
            if (now == Illness.SILENT_FROM_THE_BEGINNING) {
                hang(socket);
                return;
            }
            talk(socket, now);
        } catch (IOException gone) {
            // The other side closed the connection
        }
    }

    private void talk(Socket socket, Illness now) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = socket.getOutputStream();
        say(out, now, "220 fake");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
                case "EHLO", "HELO", "MAIL", "RSET" -> say(out, now, "250 ok");
                case "RCPT" -> {
                    if (now == Illness.SILENT_AFTER_RECIPIENT) {
                        hang(socket);
                    }
                    say(out, now, now == Illness.NO_SUCH_MAILBOX ? "550 no such mailbox" : "250 ok");
                }
                case "DATA" -> {
                    if (now == Illness.SILENT_AFTER_DATA) {
                        hang(socket);
                    }
                    say(out, now, "354 go on");
                    if (now == Illness.RESETS_IN_DATA) {
                        in.readLine();
                        reset(socket);
                        return;
                    }
                    var mail = mail(in);
                    if (now == Illness.SILENT_AFTER_MESSAGE_BUT_HAS_IT_NOT) {
                        hang(socket);
                    }
                    mails.add(mail);
                    say(out, now, "250 taken");
                }
                case "QUIT" -> {
                    if (now == Illness.SILENT_AT_THE_FAREWELL) {
                        hang(socket);
                    }
                    if (now == Illness.RESETS_AT_THE_FAREWELL) {
                        reset(socket);
                        return;
                    }
                    say(out, now, "221 bye");
                    return;
                }
                default -> say(out, now, "502 what?");
            }
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, Illness now, String words) throws IOException {
        var bytes = (words + "\r\n").getBytes(StandardCharsets.US_ASCII);
        if (now != Illness.A_BYTE_AT_A_TIME) {
            out.write(bytes);
            out.flush();
            return;
        }
        while (true) {
            // Never comes to the end of its line
            out.write('2');
            out.flush();
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(DRIP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void hang(Socket socket) throws IOException {
        // Until the other side closes
        while (socket.getInputStream().read() >= 0) {
            // what it says is not answered
        }
        throw new IOException("closed");
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}

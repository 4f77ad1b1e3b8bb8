package tr.muhatap.intake.posta;

import jakarta.mail.Authenticator;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.notification.BoundedSockets;

/**
 * Copies new mails of a mailbox. Each mail and its position are stored in one transaction, before anything is changed
 * on the server: after a failure of server or program, reading continues after the last stored mail.
 */
@Component
class MailboxReader {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

    /** Bytes copied of an oversized mail: its headers and the beginning of its text. */
    private static final int BEGINNING = 256 * 1024;

    private static final String CHUNK = String.valueOf(256 * 1024);
    private static final int BATCH = 100;

    /** If a mail cannot be fetched for this long, a clerk is notified and it is skipped. */
    private static final Duration LONGEST_STUCK = Duration.ofHours(1);

    private final MailboxPositions positions;
    private final MailStore mails;
    private final MailboxSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailboxReader(
            MailboxPositions positions,
            MailStore mails,
            MailboxSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.positions = positions;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Result of one access. */
    record Look(int stored, boolean failed) {}

    /** Reads a mailbox once; a failing server costs only time. */
    Look look(String name, MailboxSettings.Box box) {
        if (!positions.claim(name, settings.whole().plus(settings.answer()), settings.firstLook())) {
            return new Look(0, false);
        }
        String failure = null;
        int stored = 0;
        try {
            stored = read(name, box);
        } catch (MessagingException | IOException | RuntimeException ill) {
            LOG.warn("Mailbox {} could not be read: {}", name, ill.toString());
            failure = ill.toString();
        } finally {
            positions.release(name, failure);
        }
        return new Look(stored, failure != null);
    }

    private int read(String name, MailboxSettings.Box box) throws MessagingException, IOException {
        boolean ssl = box.tls() == MailboxSettings.Tls.SSL;
        var session = Session.getInstance(properties(box), (Authenticator) null);
        try (var store = session.getStore(ssl ? "imaps" : "imap")) {
            store.connect(box.host(), box.portToUse(), box.user(), box.password());
            var folder = (IMAPFolder) store.getFolder(box.folder());
            folder.open(Folder.READ_WRITE);
            try {
                return read(name, folder);
            } finally {
                closeQuietly(folder);
            }
        }
    }

    private int read(String name, IMAPFolder folder) throws MessagingException, IOException {
        var position = positions.of(name);
        long validity = folder.getUIDValidity();
        long last = position.lastUid(validity);
        int stored = 0;
        var fresh = new ArrayList<Message>();
        // The range n:* contains the last message even if its UID is lower
        for (var message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            if (message != null && folder.getUID(message) > last) {
                fresh.add(message);
            }
        }
        for (int from = 0; from < fresh.size(); from += BATCH) {
            var batch =
                    fresh.subList(from, Math.min(from + BATCH, fresh.size())).toArray(Message[]::new);
            prefetch(folder, batch);
            for (var message : batch) {
                stored += copied(name, folder, validity, message, position.since()) ? 1 : 0;
            }
            markSeen(folder, batch);
        }
        return stored;
    }

    /** Fetches headers of all mails in one request; if that fails, one by one. */
    private static void prefetch(IMAPFolder folder, Message[] batch) {
        var what = new FetchProfile();
        what.add(UIDFolder.FetchProfileItem.UID);
        what.add(IMAPFolder.FetchProfileItem.SIZE);
        what.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        try {
            folder.fetch(batch, what);
        } catch (MessagingException unreadable) {
            LOG.debug("Sizes and dates could not be fetched at once", unreadable);
        }
    }

    /** A hint for people only; nothing here depends on the flag. */
    private static void markSeen(IMAPFolder folder, Message[] batch) {
        try {
            folder.setFlags(batch, new Flags(Flags.Flag.SEEN), true);
        } catch (MessagingException refused) {
            LOG.debug("Mails could not be marked as read", refused);
        }
    }

    private boolean copied(String name, IMAPFolder folder, long validity, Message message, Instant since)
            throws MessagingException, IOException {
        long uid = folder.getUID(message);
        MailStore.Raw mail;
        try {
            var receivedAt = receivedAt(message);
            if (receivedAt.isBefore(since)) {
                positions.advance(name, validity, uid);
                return false;
            }
            mail = fetched(name, validity, uid, receivedAt, message);
        } catch (MessageRemovedException gone) {
            positions.advance(name, validity, uid);
            return false;
        } catch (MessagingException | IOException unreadable) {
            if (positions.stuck(name, uid).plus(LONGEST_STUCK).isAfter(clock.instant())) {
                throw unreadable;
            }
            LOG.warn(
                    "Mail {} of mailbox {} could not be fetched, a clerk is notified: {}",
                    uid,
                    name,
                    unreadable.toString());
            mail = notFetched(name, validity, uid);
        }
        var copy = mail;
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            boolean isNew = mails.add(copy, sameChannel(name));
            positions.advance(name, validity, uid);
            return isNew;
        }));
    }

    private MailStore.Raw fetched(String name, long validity, long uid, Instant receivedAt, Message message)
            throws MessagingException, IOException {
        long announced = message.getSize();
        boolean fits = announced <= settings.largest().toBytes();
        var copy = new Copy(fits ? settings.largest().toBytes() : BEGINNING);
        boolean whole = true;
        try {
            message.writeTo(copy);
        } catch (FullException full) {
            whole = false;
        }
        byte[] bytes = copy.bytes();
        return new MailStore.Raw(
                name,
                validity,
                uid,
                receivedAt,
                Math.max(announced, bytes.length),
                whole,
                whole ? bytes : beginning(bytes));
    }

    private static byte[] beginning(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING));
    }

    private MailStore.Raw notFetched(String name, long validity, long uid) {
        // Only its position is known, which makes it unique
        byte[] place = ("X-Muhatap-Yer: " + name + "/" + validity + "/" + uid + "\r\nMessage-ID: <" + validity + "."
                        + uid + "@okunamadi.invalid>\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return new MailStore.Raw(name, validity, uid, clock.instant(), 0, false, place);
    }

    /** Arrival at the mailbox; a date in the future becomes now. */
    private Instant receivedAt(Message message) throws MessagingException {
        var now = clock.instant();
        var received = message.getReceivedDate();
        return received == null || received.toInstant().isAfter(now) ? now : received.toInstant();
    }

    private List<String> sameChannel(String name) {
        var channel = Objects.requireNonNull(settings.boxes().get(name)).channel();
        return settings.boxes().entrySet().stream()
                .filter(box -> box.getValue().channel().equals(channel))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Properties properties(MailboxSettings.Box box) {
        var properties = new Properties();
        var sockets = new BoundedSockets(settings.whole());
        for (var prefix : List.of("mail.imap", "mail.imaps")) {
            properties.put(prefix + ".connectiontimeout", millis(settings.connect()));
            properties.put(prefix + ".timeout", millis(settings.answer()));
            properties.put(prefix + ".writetimeout", millis(settings.answer()));
            properties.put(prefix + ".socketFactory", sockets);
            properties.put(prefix + ".socketFactory.fallback", "false");
            properties.put(prefix + ".fetchsize", CHUNK);
            // Nothing is changed on the server before the mail is stored here
            properties.put(prefix + ".peek", "true");
            properties.put(prefix + ".ssl.checkserveridentity", "true");
            properties.put(prefix + ".starttls.enable", String.valueOf(box.tls() == MailboxSettings.Tls.STARTTLS));
            properties.put(prefix + ".starttls.required", String.valueOf(box.tls() == MailboxSettings.Tls.STARTTLS));
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }

    private static void closeQuietly(Folder folder) {
        try {
            // Do not expunge on close
            folder.close(false);
        } catch (MessagingException | IllegalStateException gone) {
            LOG.debug("The folder could not be closed", gone);
        }
    }

    /** The size limit was exceeded. */
    private static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Copy extends OutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final long most;

        Copy(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            taken.write(bytes, offset, (int) Math.min(length, most - taken.size()));
            if (taken.size() >= most) {
                throw new FullException();
            }
        }

        byte[] bytes() {
            return taken.toByteArray();
        }
    }
}

package tr.muhatap.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tr.muhatap.takip.TrackingCodes;

/**
 * The Message-ID of an e-mail: the same on every attempt, and known again in a bounce or a reply. To another address it
 * is another one, so that what comes back late from the old address says nothing of the new one. It holds a keyed hash:
 * whoever never got the e-mail cannot name it, whatever else they know of it.
 */
@Component
class MessageIds {

    private static final int HASH = 32;
    private static final Pattern ID =
            Pattern.compile("<?mesaj\\.(\\d{1,18})\\.([0-9a-f]{" + HASH + "})@[^<>\\s]{1,255}>?");

    private final TrackingCodes secret;
    private final NotificationSettings settings;

    MessageIds(TrackingCodes secret, NotificationSettings settings) {
        this.secret = secret;
        this.settings = settings;
    }

    String of(Message message) {
        String from = settings.mailFrom();
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<mesaj." + message.id() + "." + hash(message) + "@" + domain + ">";
    }

    /** The message's id; empty if it is none of ours. */
    Optional<Long> idIn(String messageId) {
        var found = ID.matcher(messageId.strip());
        return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }

    /** Whether a Message-ID, with or without its angle brackets, is the one that the message has gone out under. */
    boolean isOf(Message message, String messageId) {
        var found = ID.matcher(messageId.strip());
        return found.matches()
                && found.group(1).equals(String.valueOf(message.id()))
                && MessageDigest.isEqual(
                        found.group(2).getBytes(StandardCharsets.US_ASCII),
                        hash(message).getBytes(StandardCharsets.US_ASCII));
    }

    private String hash(Message message) {
        return secret.opaque("mesaj:" + message.id() + ":" + message.key() + " " + message.recipient())
                .substring(0, HASH);
    }
}

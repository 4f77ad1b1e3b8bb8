package tr.muhatap.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tr.muhatap.takip.TrackingCodes;

/**
 * Message-IDs of e-mails: stable across attempts, and recognisable in bounces and replies. They depend on the address,
 * so that a late bounce of a previous address does not affect the new one. They contain a keyed hash, so that only
 * recipients can know them.
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

    /** Id of the message; empty if the Message-ID is none of ours. */
    Optional<Long> idIn(String messageId) {
        var found = ID.matcher(messageId.strip());
        return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }

    /** Whether a message was sent under a Message-ID, given with or without angle brackets. */
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

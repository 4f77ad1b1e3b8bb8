package tr.muhatap.notification;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Message-ID of an e-mail: the same on every attempt, and known again in a bounce. To another address it is another one, so
 * that what comes back late from the old address says nothing of the new one.
 */
final class MessageIds {

    private static final Pattern ID = Pattern.compile("<?mesaj\\.(\\d{1,18})\\.([0-9a-f]{32})@.*", Pattern.DOTALL);

    private MessageIds() {}

    static String of(Message message, NotificationSettings settings) {
        String from = settings.mailFrom();
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<mesaj." + message.id() + "." + Keys.of(message.key() + " " + message.recipient()) + "@" + domain + ">";
    }

    /** The message's id; empty where it is none of ours. */
    static Optional<Long> idIn(String messageId) {
        var found = ID.matcher(messageId.strip());
        return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }
}

package tr.muhatap.notification;

import org.springframework.stereotype.Service;

/** Takes the news that an e-mail came back after the server had taken it. */
@Service
public class Bounces {

    private final Messages messages;
    private final Undelivered undelivered;
    private final NotificationSettings settings;

    Bounces(Messages messages, Undelivered undelivered, NotificationSettings settings) {
        this.messages = messages;
        this.undelivered = undelivered;
        this.settings = settings;
    }

    /**
     * The message goes by the next way that the applicant left, or stands among those that people have to bring. Idempotent.
     *
     * @param messageId of the e-mail that came back, with or without its angle brackets
     * @return false where it is none of ours, or was dealt with already
     */
    public boolean bounced(String messageId, String why) {
        var message = MessageIds.idIn(messageId)
                .flatMap(messages::byId)
                .filter(found -> bare(MessageIds.of(found, settings)).equals(bare(messageId.strip())))
                .filter(found -> found.medium() == Medium.E_POSTA && found.status() == Message.State.GONDERILDI);
        message.ifPresent(found -> undelivered.tryNextWay(found, why));
        return message.isPresent();
    }

    private static String bare(String messageId) {
        return messageId.startsWith("<") && messageId.endsWith(">")
                ? messageId.substring(1, messageId.length() - 1)
                : messageId;
    }
}

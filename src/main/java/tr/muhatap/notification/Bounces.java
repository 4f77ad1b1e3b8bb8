package tr.muhatap.notification;

import org.springframework.stereotype.Service;

/** Takes the news that an e-mail came back after the server had taken it. */
@Service
public class Bounces {

    private final Messages messages;
    private final MessageIds ids;
    private final Undelivered undelivered;

    Bounces(Messages messages, MessageIds ids, Undelivered undelivered) {
        this.messages = messages;
        this.ids = ids;
        this.undelivered = undelivered;
    }

    /**
     * The message goes by the next way that the applicant left, or stands among those that people have to bring.
     * Idempotent.
     *
     * @param messageId of the e-mail that came back, with or without its angle brackets
     * @param why without anybody's address
     * @return false if it is none of ours, or was dealt with already
     */
    public boolean bounced(String messageId, String why) {
        var message = ids.idIn(messageId)
                .flatMap(messages::byId)
                .filter(found -> ids.isOf(found, messageId))
                .filter(found -> found.medium() == Medium.E_POSTA && found.status() == Message.State.GONDERILDI);
        message.ifPresent(found -> undelivered.tryNextWay(found, why));
        return message.isPresent();
    }
}

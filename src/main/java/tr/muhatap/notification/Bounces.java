package tr.muhatap.notification;

import org.springframework.stereotype.Service;

/** Handles e-mails that were returned after the server had accepted them. */
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
     * Sends the message by the applicant's next medium, or lists it for delivery by hand. Idempotent.
     *
     * @param messageId of the returned e-mail, with or without angle brackets
     * @param why the reason, without anybody's address
     * @return false if it is none of ours, or was settled already
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

package tr.muhatap.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;

/** Handles undeliverable messages: diverts them to the applicant's next medium, or to staff. */
@Component
class Undelivered {

    private final Messages messages;
    private final MessageTexts texts;
    private final BasvuruRegister register;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Undelivered(
            Messages messages,
            MessageTexts texts,
            BasvuruRegister register,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.texts = texts;
        this.register = register;
        this.transaction = transaction;
        this.events = events;
    }

    void tryNextWay(Message message, String why) {
        String number = message.number();
        if (number == null || message.purpose().isForStaff()) {
            messages.giveUp(message, why);
            return;
        }
        var state = transaction.execute(tx -> divert(number, message, why));
        if (message.purpose() == Purpose.CEVAP && state != null && state != Message.State.BEKLIYOR) {
            events.publishEvent(new AnswerSettled(number, state != Message.State.ILETILEMEDI));
        }
    }

    /** Null if the message has been diverted meanwhile; it is not changed then. */
    private Message.@Nullable State divert(String number, Message message, String why) {
        var basvuru = register.get(number);
        var next = Destination.ways(basvuru).stream()
                .filter(way ->
                        way.medium() != message.medium() && !message.tried().contains(way.medium()))
                .findFirst()
                .orElse(null);
        boolean moved = next == null ? messages.giveUp(message, why) : messages.divert(message, next, why);
        if (!moved) {
            return null;
        }
        register.messageNotDelivered(
                number,
                message.purpose().label(),
                message.medium().label(),
                new Destination(message.medium(), message.recipient()).masked());
        if (next == null) {
            return Message.State.ILETILEMEDI;
        }
        var paper = message.purpose().paper();
        if (paper != null && next.medium() == Medium.POSTA) {
            register.redirect(number, paper, next.serviceWay());
        }
        if (!next.medium().isBySystem() && message.key().equals(Messages.key(basvuru, "cevap"))) {
            // An unconfirmed address got a link only; delivery by hand needs the full text
            messages.rewrite(message.id(), texts.body(Purpose.CEVAP, basvuru, Map.of()));
        }
        if (!next.medium().isBySystem()) {
            register.messageSent(
                    number, message.purpose().label(), next.medium().label(), next.masked());
        }
        return Messages.stateOf(next.medium());
    }
}

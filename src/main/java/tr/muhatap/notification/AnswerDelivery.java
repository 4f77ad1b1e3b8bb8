package tr.muhatap.notification;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;

/**
 * Delivers approved answers. A job of the engine asks for it and never waits for a network: what the program sends
 * itself is written into the outbox, and the job asks again once notified by {@link AnswerSettled}.
 */
@Service
public class AnswerDelivery {

    /** Where an answer stands. */
    public enum State {
        /** Sent, brought, or on the list of those to be brought. */
        DONE,
        /** Still to be sent. */
        WAITING
    }

    private final BasvuruRegister register;
    private final Messages messages;
    private final MessageTexts texts;
    private final Dispatcher dispatcher;
    private final TransactionTemplate own;

    AnswerDelivery(
            BasvuruRegister register,
            Messages messages,
            MessageTexts texts,
            Dispatcher dispatcher,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.messages = messages;
        this.texts = texts;
        this.dispatcher = dispatcher;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sees to it that the answer goes out. Idempotent; what is for the outbox is written in a transaction of its own,
     * since the caller's ends in nothing while the answer waits.
     *
     * @throws NotDeliverableException if no way is left; asked again, it is tried again
     */
    @Transactional
    public State deliver(String number) {
        var basvuru = register.get(number);
        String key = Messages.key(basvuru, "cevap");
        var message = messages.find(key).orElse(null);
        if (message == null) {
            var destination = Destination.ofAnswer(basvuru);
            if (!destination.medium().isBySystem()) {
                write(number, key, destination);
                register.messageSent(
                        number, Purpose.CEVAP.label(), destination.medium().label(), destination.masked());
                return State.DONE;
            }
            own.executeWithoutResult(tx -> write(number, key, destination));
            dispatcher.look();
            return State.WAITING;
        }
        return switch (message.status()) {
            case GONDERILDI, LISTEDE, ELDEN_ILETILDI -> State.DONE;
            case BEKLIYOR -> State.WAITING;
            case ILETILEMEDI -> tryAgain(number, message);
        };
    }

    /** Whether an answer still waits to be sent. */
    public boolean isWaiting(String number) {
        return messages.find(Messages.key(register.get(number), "cevap"))
                .filter(message -> message.status() == Message.State.BEKLIYOR)
                .isPresent();
    }

    private State tryAgain(String number, Message message) {
        if (Boolean.TRUE.equals(own.execute(tx -> messages.tellGivenUp(message.id())))) {
            throw new NotDeliverableException(number);
        }
        var first = Destination.ofAnswer(register.get(number));
        own.executeWithoutResult(tx -> messages.tryAgain(message.id(), first));
        dispatcher.look();
        return first.medium().isBySystem() ? State.WAITING : State.DONE;
    }

    private void write(String number, String key, Destination destination) {
        var basvuru = register.get(number);
        messages.add(
                key,
                number,
                Purpose.CEVAP,
                destination,
                texts.subject(Purpose.CEVAP, basvuru),
                texts.bodyFor(destination, Purpose.CEVAP, basvuru, Map.of()),
                Messages.stateOf(destination.medium()));
    }
}

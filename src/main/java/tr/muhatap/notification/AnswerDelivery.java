package tr.muhatap.notification;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;

/**
 * Delivers approved answers. Called by a job of the engine, which never waits for the network: automatic deliveries are
 * written to the outbox, and the job is postponed until {@link AnswerSettled} is published.
 */
@Service
public class AnswerDelivery {

    /** State of a delivery. */
    public enum State {
        /** Sent, delivered by hand, or listed for delivery by hand. */
        DONE,
        /** Not sent yet. */
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
     * Ensures that the answer is sent. Idempotent; outbox messages are written in a transaction of their own, since the
     * caller's is rolled back while the answer waits.
     *
     * @throws NotDeliverableException if no medium is left; calling again retries
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

    /** Whether an answer waits to be sent. */
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

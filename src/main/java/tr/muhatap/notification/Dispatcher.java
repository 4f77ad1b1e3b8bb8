package tr.muhatap.notification;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;

/**
 * Sends waiting messages. A message is claimed before it is sent, so that several nodes do not send it at once; after a
 * failure it waits longer each time, at most an hour, and is never given up.
 */
@Component
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int BATCH = 50;

    /** How long a message is left to the node that sends it: longer than sending takes and than clocks of nodes differ. */
    private static final Duration CLAIM = Duration.ofMinutes(15);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Messages messages;
    private final Carrier carrier;
    private final BasvuruRegister register;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dispatcher(
            Messages messages,
            Carrier carrier,
            BasvuruRegister register,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.carrier = carrier;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due now. */
    @Scheduled(fixedDelayString = "${muhatap.notification.sweep:PT2S}")
    public void sendDue() {
        for (var message : messages.due(BATCH)) {
            if (messages.claim(message, clock.instant().plus(CLAIM))) {
                send(message);
            }
        }
    }

    private void send(Message message) {
        try {
            carrier.carry(message);
        } catch (RuntimeException refused) {
            // Once is enough to tell of it; how long it waits is in the figures
            LOG.atLevel(message.attempts() == 0 ? Level.WARN : Level.DEBUG)
                    .log(
                            "Message {} could not be sent, attempt {}: {}",
                            message.key(),
                            message.attempts() + 1,
                            refused.toString());
            messages.failed(message.id(), refused.toString(), clock.instant().plus(waitAfter(message.attempts())));
            return;
        }
        transaction.executeWithoutResult(tx -> {
            messages.sent(message.id());
            String number = message.number();
            if (number != null) {
                register.messageSent(
                        number,
                        message.purpose().label(),
                        message.medium().label(),
                        new Destination(message.medium(), message.recipient()).masked());
            }
        });
    }

    private static Duration waitAfter(int attempts) {
        var wait = Duration.ofMinutes(1L << Math.min(attempts, 6));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}

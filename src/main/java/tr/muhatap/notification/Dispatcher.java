package tr.muhatap.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.door.Lanes;
import tr.muhatap.door.Pauses;
import tr.muhatap.text.ContactData;

/**
 * Sends waiting messages, on a thread of its own for each way out, so that a server that hangs holds up nothing but its
 * own messages. A message is claimed before it is sent, so that several nodes do not send it at once; after a failure
 * it waits longer each time, at most an hour.
 */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int BATCH = 50;
    private static final List<Medium> WAYS = List.of(Medium.E_POSTA, Medium.SMS);

    /**
     * How long a message is left to the node that sends it: longer than sending takes and than clocks of nodes differ.
     */
    private static final Duration CLAIM = Duration.ofMinutes(15);

    /** Well within the hour in which the provider drops a short message that it got before. */
    private static final Duration LONGEST_OF_SMS = Duration.ofMinutes(20);

    /** Before so many attempts nothing is given up, however long the program was down meanwhile. */
    private static final int FEWEST_ATTEMPTS = 10;

    private final Messages messages;
    private final Carrier carrier;
    private final Undelivered undelivered;
    private final BasvuruRegister register;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Lanes<Medium> lanes;

    Dispatcher(
            Messages messages,
            Carrier carrier,
            Undelivered undelivered,
            BasvuruRegister register,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            NotificationSettings settings,
            Clock clock) {
        this.messages = messages;
        this.carrier = carrier;
        this.undelivered = undelivered;
        this.register = register;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.lanes = new Lanes<>("outbox", settings.sweep(), () -> WAYS, this::sendDue);
    }

    @Override
    public void start() {
        lanes.start();
    }

    @Override
    public void stop() {
        lanes.stop();
    }

    @Override
    public boolean isRunning() {
        return lanes.isRunning();
    }

    /** Lets the threads look for waiting messages soon. */
    void look() {
        lanes.look();
    }

    /** Sends what is due now, after what is being sent; answers how many messages were settled, sent or given up. */
    public int sendDue() {
        return lanes.sendDue();
    }

    private int sendDue(Medium way) {
        int settled = 0;
        for (var message : messages.due(way, BATCH)) {
            if (messages.claim(message, clock.instant().plus(CLAIM))) {
                var failure = send(message);
                settled += failure == null || failure == DeliveryFailure.REFUSED ? 1 : 0;
                if (failure != null && failure.isOfTheServer()) {
                    // No other message would be taken; the next look tries the next one
                    break;
                }
            }
        }
        return settled;
    }

    /** Null if it was taken. */
    private @Nullable DeliveryFailure send(Message message) {
        try {
            carrier.carry(message);
        } catch (RuntimeException refused) {
            return failed(message, refused);
        }
        boolean sent = Boolean.TRUE.equals(transaction.execute(tx -> {
            String number = message.number();
            if (!messages.sent(message)) {
                return false;
            }
            if (number != null) {
                register.messageSent(
                        number,
                        message.purpose().label(),
                        message.medium().label(),
                        new Destination(message.medium(), message.recipient()).masked());
                var paper = message.purpose().paper();
                if (paper != null && dayOf(message.createdAt()).isBefore(dayOf(clock.instant()))) {
                    register.wentOut(number, paper);
                }
            }
            return true;
        }));
        String number = message.number();
        if (sent && message.purpose() == Purpose.CEVAP && number != null) {
            events.publishEvent(new AnswerSettled(number, true));
        }
        return null;
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OfficeClock.ISTANBUL);
    }

    private DeliveryFailure failed(Message message, RuntimeException failure) {
        // Other servers repeat the address in what they answer
        String why = ContactData.hidden(failure.toString());
        // Logged once; how long it waits is in the metrics
        LOG.atLevel(message.attempts() == 0 ? Level.WARN : Level.DEBUG)
                .log("Message {} could not be sent, attempt {}: {}", message.key(), message.attempts() + 1, why);
        var how = DeliveryFailure.of(failure);
        if (how == DeliveryFailure.REFUSED || how != DeliveryFailure.AWAY && isTooOld(message)) {
            undelivered.tryNextWay(message, why);
            return DeliveryFailure.REFUSED;
        }
        messages.failed(message, why, clock.instant().plus(pause(message)));
        return how;
    }

    private static Duration pause(Message message) {
        var pause = Pauses.after(message.attempts());
        return message.medium() == Medium.SMS && pause.compareTo(LONGEST_OF_SMS) > 0 ? LONGEST_OF_SMS : pause;
    }

    private boolean isTooOld(Message message) {
        return message.attempts() + 1 >= FEWEST_ATTEMPTS
                && message.createdAt().plus(settings.giveUpAfter()).isBefore(clock.instant());
    }
}

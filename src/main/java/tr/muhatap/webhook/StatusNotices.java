package tr.muhatap.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;

/** Writes into the outbox what the registered addresses get, in the transaction that changes the application. */
@Component
class StatusNotices {

    /** How long a node relies on what it last saw of the addresses, so that an office without any pays nothing. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final WebhookStore webhooks;
    private final BasvuruRegister register;
    private final Clock clock;
    private volatile Seen seen = new Seen(false, null);

    private record Seen(boolean anyOpen, @Nullable Long nanoTime) {}

    StatusNotices(WebhookStore webhooks, BasvuruRegister register, Clock clock) {
        this.webhooks = webhooks;
        this.register = register;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(BasvuruEvent event) {
        if (anyOpen()) {
            Instant now = clock.instant();
            register.find(event.number()).ifPresent(basvuru -> webhooks.write(basvuru, now));
        }
    }

    /** An address came or went on this node. */
    void changed() {
        seen = new Seen(false, null);
    }

    private boolean anyOpen() {
        var last = seen.nanoTime();
        long now = System.nanoTime();
        if (last == null || now - last > LOOK.toNanos()) {
            seen = new Seen(webhooks.anyOpen(), now);
        }
        return seen.anyOpen();
    }
}

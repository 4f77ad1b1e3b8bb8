package tr.muhatap.webhook;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tr.muhatap.door.Door;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.DoorState;

/** How the outbox of status notices stands; refused are those that were given up. */
@Component
class WebhookDoor implements Door {

    private final WebhookStore webhooks;
    private final DoorEvents events;

    WebhookDoor(WebhookStore webhooks, DoorEvents events) {
        this.webhooks = webhooks;
        this.events = events;
    }

    @Override
    public DoorState state(Instant since) {
        return new DoorState(
                DoorKind.BILDIRIM_ADRESI,
                events.lastTaken(DoorKind.BILDIRIM_ADRESI),
                webhooks.count(StatusNotice.State.BEKLIYOR),
                webhooks.oldestWaiting(),
                webhooks.count(StatusNotice.State.BASARISIZ));
    }
}

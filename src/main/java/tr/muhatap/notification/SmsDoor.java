package tr.muhatap.notification;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tr.muhatap.door.Door;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.DoorState;

/** How short messages stand; refused are attempts that failed and messages that did not arrive. */
@Component
class SmsDoor implements Door {

    private final OutboxCounts outbox;
    private final DoorEvents events;

    SmsDoor(OutboxCounts outbox, DoorEvents events) {
        this.outbox = outbox;
        this.events = events;
    }

    @Override
    public DoorState state(Instant since) {
        return new DoorState(
                DoorKind.SMS,
                events.lastTaken(DoorKind.SMS),
                outbox.waiting(Medium.SMS),
                outbox.oldestWaiting(Medium.SMS),
                events.refused(DoorKind.SMS, since));
    }
}

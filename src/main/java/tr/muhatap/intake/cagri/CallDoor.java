package tr.muhatap.intake.cagri;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tr.muhatap.door.Door;
import tr.muhatap.door.DoorEvents;
import tr.muhatap.door.DoorKind;
import tr.muhatap.door.DoorState;

/** How the door for telephone systems stands: what waits are calls that ended without an application. */
@Component
class CallDoor implements Door {

    private final CallStore calls;
    private final DoorEvents events;

    CallDoor(CallStore calls, DoorEvents events) {
        this.calls = calls;
        this.events = events;
    }

    @Override
    public DoorState state(Instant since) {
        return new DoorState(
                DoorKind.CAGRI,
                events.lastTaken(DoorKind.CAGRI),
                calls.countUnrecorded(),
                calls.oldestUnrecorded(),
                events.refused(DoorKind.CAGRI, since));
    }
}

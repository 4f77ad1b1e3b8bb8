package tr.muhatap.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All doors in one place. */
@Component
public class Doors {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final List<Door> doors;
    private final DoorEvents events;
    private final Clock clock;

    Doors(List<Door> doors, DoorEvents events, Clock clock) {
        this.doors = List.copyOf(doors);
        this.events = events;
        this.clock = clock;
    }

    /** How each door stands now, in the order of their kinds; refusals are those of the last day. */
    public List<DoorState> states() {
        events.flush();
        var since = clock.instant().minus(A_DAY);
        return doors.stream()
                .map(door -> door.state(since))
                .sorted(Comparator.comparing(DoorState::kind))
                .toList();
    }
}

package tr.muhatap.door;

import java.time.Instant;

/** A door that knows how it stands; a bean of the module whose door it is. */
public interface Door {

    /** @param since from when on refusals are counted */
    DoorState state(Instant since);
}

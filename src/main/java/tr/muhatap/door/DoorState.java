package tr.muhatap.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a door stands, without anybody's data.
 *
 * @param lastEvent when something last passed; null if nothing ever did
 * @param waiting what passed and still waits for a person or for the other side
 * @param oldestWaiting since when the oldest of it waits; null if nothing does
 * @param refused what was refused, or failed, in the period asked about
 */
public record DoorState(
        DoorKind kind,
        @Nullable Instant lastEvent,
        long waiting,
        @Nullable Instant oldestWaiting,
        long refused) {}

package tr.muhatap.deadline;

import org.jspecify.annotations.Nullable;

/**
 * The limits of one application. A request for information received by CİMER has two: CİMER's and that of 4982; the
 * earlier one governs.
 *
 * @param governing the limit used by timers and lists
 * @param other the later of two; null if there is only one
 */
public record Limits(Deadline governing, @Nullable Deadline other) {}

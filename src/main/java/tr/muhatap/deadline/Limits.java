package tr.muhatap.deadline;

import org.jspecify.annotations.Nullable;

/**
 * The limits of one application. What came by CİMER and asks for information carries two: CİMER's and that of 4982; the
 * earlier one governs.
 *
 * @param governing the limit that timers and lists go by
 * @param other the later one of two; null where there is only one
 */
public record Limits(Deadline governing, @Nullable Deadline other) {}

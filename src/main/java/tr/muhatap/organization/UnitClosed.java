package tr.muhatap.organization;

import org.jspecify.annotations.Nullable;

/**
 * A unit was closed. Published in the change's transaction.
 *
 * @param successor code of the unit that takes over what is open
 */
public record UnitClosed(String unit, @Nullable String successor) {}

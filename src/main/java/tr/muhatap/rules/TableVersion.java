package tr.muhatap.rules;

import java.time.Instant;

/**
 * A version of a decision table, numbered by the engine.
 *
 * @param byOffice whether the office published it; otherwise it was shipped
 */
public record TableVersion(int version, Instant since, boolean byOffice) {}

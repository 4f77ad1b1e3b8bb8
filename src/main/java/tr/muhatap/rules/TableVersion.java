package tr.muhatap.rules;

import java.time.Instant;

/**
 * A version of a decision table, as the engine counts them.
 *
 * @param byOffice whether the office published it; else it came with the program
 */
public record TableVersion(int version, Instant since, boolean byOffice) {}

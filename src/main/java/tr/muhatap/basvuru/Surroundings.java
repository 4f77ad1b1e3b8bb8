package tr.muhatap.basvuru;

import java.util.List;

/**
 * Facts from outside the application that a rule depends on.
 *
 * @param hasJoinedOnes whether other applications are joined to it
 * @param objections before the Board about it, the oldest first
 * @param fastest how a notice would reach the applicant soonest
 */
record Surroundings(boolean hasJoinedOnes, List<Itiraz> objections, ServiceWay fastest) {}

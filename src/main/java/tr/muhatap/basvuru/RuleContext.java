package tr.muhatap.basvuru;

import java.util.List;

/**
 * Facts from outside the application that rules depend on.
 *
 * @param hasJoinedOnes whether other applications are joined to it
 * @param objections before the Board about it, oldest first
 * @param fastest fastest way to send a notice to the applicant
 */
record RuleContext(boolean hasJoinedOnes, List<Itiraz> objections, ServiceWay fastest) {}

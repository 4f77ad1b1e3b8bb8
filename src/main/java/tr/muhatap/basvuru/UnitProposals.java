package tr.muhatap.basvuru;

import java.util.Optional;

/** Proposes the unit for an application. Its one source is the decision table {@code birim-yonlendirme}. */
public interface UnitProposals {

    /** The unit that the table names for a topic; empty where it names none. */
    Optional<Proposal> forTopic(String topic);

    /**
     * @param unit the unit's code
     * @param reason why, in Turkish
     */
    record Proposal(String unit, String reason) {}
}

package tr.muhatap.basvuru;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposes the unit for an application by the decision table {@code birim-yonlendirme}. */
public interface UnitProposals {

    /**
     * The unit that the table returns; empty if none matches.
     *
     * @param topic code of the topic, null if none was chosen yet
     * @param words the citizen's text
     */
    Optional<Proposal> propose(@Nullable String topic, @Nullable Kind kind, String words);

    /** The unit that the table returns for an application. */
    default Optional<Proposal> propose(Basvuru basvuru) {
        return propose(basvuru.topic(), basvuru.kind(), basvuru.subject() + "\n" + basvuru.text());
    }

    /**
     * @param unit the unit's code
     * @param reason why, in Turkish
     */
    record Proposal(String unit, String reason) {}
}

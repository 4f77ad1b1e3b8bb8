package tr.muhatap.process;

import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.UnitProposals;
import tr.muhatap.text.TurkishText;

/** Proposes units by the newest version of the decision table {@code birim-yonlendirme}. */
@Component
class DmnUnitProposals implements UnitProposals {

    private final LatestDecision latest;
    private final DecisionService decisions;

    DmnUnitProposals(LatestDecisions latestDecisions, DecisionService decisions) {
        this.latest = latestDecisions.of(ProcessNames.Keys.BIRIM_YONLENDIRME);
        this.decisions = decisions;
    }

    @Override
    public Optional<Proposal> propose(@Nullable String topic, @Nullable Kind kind, String words) {
        var row = decisions
                .evaluateDecisionTableById(
                        latest.definitionId(),
                        Variables.createVariables()
                                .putValue(ProcessNames.Variables.KONU, topic)
                                .putValue("tur", kind == null ? null : kind.name())
                                .putValue("metin", TurkishText.words(words)))
                .getFirstResult();
        if (row == null) {
            return Optional.empty();
        }
        String unit = row.getEntry("birim");
        String reason = row.getEntry("gerekce");
        return unit == null ? Optional.empty() : Optional.of(new Proposal(unit, reason == null ? "" : reason));
    }
}

package tr.muhatap.process;

import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.UnitProposals;
import tr.muhatap.organization.Organization;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.rules.Rules;
import tr.muhatap.text.Texts;
import tr.muhatap.text.TurkishText;

/** Proposes units by the latest version of the decision table {@code birim-yonlendirme}. */
@Component
class DmnUnitProposals implements UnitProposals {

    private final LatestDecision latest;
    private final DecisionService decisions;
    private final Organization organization;
    private final Rules rules;

    DmnUnitProposals(
            LatestDecisions latestDecisions, DecisionService decisions, Organization organization, Rules rules) {
        this.organization = organization;
        this.rules = rules;
        this.latest = latestDecisions.of(ProcessNames.Keys.BIRIM_YONLENDIRME);
        this.decisions = decisions;
    }

    /**
     * A topic that the office made, or gave to another unit, goes to its unit where no row names it, and where the table is still
     * the one that the program came with. A row that names a closed unit means the one that took over its work.
     */
    @Override
    public Optional<Proposal> propose(@Nullable String topic, @Nullable Kind kind, String words) {
        if (topic != null && organization.isOwnTopic(topic)) {
            var byTopic = decide(topic, kind, "");
            if (byTopic.isEmpty() || !rules.isPublished(RuleTable.BIRIM_YONLENDIRME)) {
                return ofTopic(topic);
            }
        }
        return decide(topic, kind, words);
    }

    private Optional<Proposal> ofTopic(String topic) {
        return organization
                .topic(topic)
                .flatMap(known -> organization
                        .currentUnit(known.unit())
                        .map(unit -> new Proposal(
                                unit.code(), Texts.of("process.dmn-unit-proposals.konunun-birimi", known.name()))));
    }

    private Optional<Proposal> decide(@Nullable String topic, @Nullable Kind kind, String words) {
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
        return unit == null
                ? Optional.empty()
                : organization
                        .currentUnit(unit)
                        .map(current -> new Proposal(current.code(), reason == null ? "" : reason));
    }
}

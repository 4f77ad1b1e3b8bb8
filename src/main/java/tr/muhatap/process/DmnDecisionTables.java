package tr.muhatap.process;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tr.muhatap.rules.DecisionTables;
import tr.muhatap.rules.RuleRow;
import tr.muhatap.rules.RuleTable;
import tr.muhatap.rules.TableVersion;

/** The decision tables as definitions in the engine, whose versions are used in Cockpit and on our pages. */
@Component
class DmnDecisionTables implements DecisionTables {

    private final RepositoryService repository;
    private final LatestDecisions latest;
    private @Nullable DmnEngine trials;

    DmnDecisionTables(RepositoryService repository, LatestDecisions latest) {
        this.repository = repository;
        this.latest = latest;
    }

    @Override
    public List<TableVersion> versions(RuleTable table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.key())
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(definition -> {
                    var deployment = repository
                            .createDeploymentQuery()
                            .deploymentId(definition.getDeploymentId())
                            .singleResult();
                    return new TableVersion(
                            definition.getVersion(),
                            deployment.getDeploymentTime().toInstant(),
                            ModelDeployment.OFFICE.equals(deployment.getSource()));
                })
                .toList();
    }

    @Override
    public Optional<List<RuleRow>> rows(RuleTable table, int version) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table.key())
                        .decisionDefinitionVersion(version)
                        .singleResult())
                .map(DecisionDefinition::getId)
                .flatMap(id -> DmnTable.read(table, repository.getDmnModelInstance(id)));
    }

    @Override
    public List<RuleRow> shippedRows(RuleTable table) {
        return DmnTable.read(
                        table, Dmn.readModelFromStream(new ByteArrayInputStream(ModelDeployment.shipped(table.key()))))
                .orElseThrow(
                        () -> new IllegalStateException("The shipped table is not made of plain values: " + table));
    }

    @Override
    public String shippedDigest(RuleTable table) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(ModelDeployment.shipped(table.key()));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int publish(RuleTable table, List<RuleRow> rows) {
        String file = ModelDeployment.file(table.key());
        var deployed = repository
                .createDeployment()
                .name(table.label())
                .source(ModelDeployment.OFFICE)
                .addInputStream(
                        file,
                        new ByteArrayInputStream(
                                DmnTable.write(table, rows, ModelDeployment.shipped(table.key()), false)))
                .deployWithResult();
        forgetAfterwards(table);
        return deployed.getDeployedDecisionDefinitions().get(0).getVersion();
    }

    /** Evicts cached versions on this node after the commit; other nodes notice within seconds. */
    private void forgetAfterwards(RuleTable table) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    latest.of(table.key()).forget();
                }
            });
        } else {
            latest.of(table.key()).forget();
        }
    }

    @Override
    public Optional<Integer> deciding(
            RuleTable table, List<RuleRow> rows, Map<String, ? extends @Nullable Object> inputs) {
        var written = DmnTable.write(table, rows, ModelDeployment.shipped(table.key()), true);
        var variables = Variables.createVariables();
        inputs.forEach(variables::putValue);
        var engine = trials();
        var result = engine.evaluateDecisionTable(
                engine.parseDecision(table.key(), new ByteArrayInputStream(written)), variables);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Number place = result.getFirstResult().getEntry(DmnTable.PLACE);
        return Optional.of(place.intValue());
    }

    /** A DMN engine without a process engine, which would persist what it parses; created on first use. */
    private synchronized DmnEngine trials() {
        var engine = trials;
        if (engine == null) {
            engine =
                    DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
            trials = engine;
        }
        return engine;
    }
}

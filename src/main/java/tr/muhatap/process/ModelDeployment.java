package tr.muhatap.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tr.muhatap.engine.EngineBuiltListener;
import tr.muhatap.rules.RuleTable;

/**
 * Deploys models and forms when the engine is built, each under its bare file name: forms are found by that name, and
 * an unchanged file creates no new version, regardless of the installation path. Each decision table is deployed
 * separately, and only until the office has published a version of its own, which then remains in force.
 */
@Component
class ModelDeployment implements EngineBuiltListener {

    /** Deployment source of tables published by the office. */
    static final String OFFICE = "kurallar";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String PROGRAM = "muhatap";
    private static final List<String> PATTERNS = List.of("classpath*:bpmn/*.bpmn", "classpath*:forms/*.html");

    @Override
    public void engineBuilt(ProcessEngine engine) {
        deployModels(engine.getRepositoryService());
        for (var table : RuleTable.values()) {
            deployTable(engine.getRepositoryService(), table.key());
        }
    }

    /** Name of a decision table's resource. */
    static String file(String key) {
        return key + ".dmn";
    }

    /** The shipped version of a decision table. */
    static byte[] shipped(String key) {
        try {
            return new ClassPathResource("bpmn/" + file(key)).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deployModels(RepositoryService repository) {
        var deployment =
                repository.createDeployment().name(PROGRAM).source(PROGRAM).enableDuplicateFiltering(false);
        var resources = new PathMatchingResourcePatternResolver();
        try {
            for (var pattern : PATTERNS) {
                for (var resource : resources.getResources(pattern)) {
                    try (var content = resource.getInputStream()) {
                        deployment.addInputStream(String.valueOf(resource.getFilename()), content);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    private static void deployTable(RepositoryService repository, String key) {
        var inForce = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (inForce != null) {
            String source = repository
                    .createDeploymentQuery()
                    .deploymentId(inForce.getDeploymentId())
                    .singleResult()
                    .getSource();
            if (OFFICE.equals(source)) {
                LOG.info("The office's version {} of {} stays in force", inForce.getVersion(), key);
                return;
            }
            if (isShipped(repository, inForce.getId(), key)) {
                return;
            }
        }
        repository
                .createDeployment()
                .name(PROGRAM + " " + key)
                .source(PROGRAM)
                .enableDuplicateFiltering(false)
                .addInputStream(file(key), new ByteArrayInputStream(shipped(key)))
                .deploy();
    }

    private static boolean isShipped(RepositoryService repository, String definitionId, String key) {
        try (var deployed = repository.getDecisionModel(definitionId)) {
            return Arrays.equals(deployed.readAllBytes(), shipped(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

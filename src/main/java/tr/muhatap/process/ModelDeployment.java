package tr.muhatap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms when the engine is built, each under its bare file name: forms are found by that name, and an
 * unchanged file makes no new version, wherever the program was installed.
 */
@Component
class ModelDeployment extends AbstractProcessEnginePlugin {

    private static final List<String> PATTERNS =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.html");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name("muhatap")
                .source("muhatap")
                .enableDuplicateFiltering(false);
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
}

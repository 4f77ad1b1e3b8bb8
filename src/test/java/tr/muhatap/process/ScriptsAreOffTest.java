package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A model is text from outside: even one that somebody managed to deploy runs no script. */
@ProcessTest
class ScriptsAreOffTest {

    private static final String KEY = "betikli";

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "python", "feel"})
    void aScriptOfAModelIsNotRun(String language) {
        var model = Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .scriptTask()
                .scriptFormat(language)
                .scriptText("1 + 1")
                .endEvent()
                .done();
        var deployment = repositoryService
                .createDeployment()
                .addModelInstance(KEY + ".bpmn", model)
                .deploy();
        try {
            assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey(KEY))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasStackTraceContaining("scripting engine for '" + language + "'");
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }
}

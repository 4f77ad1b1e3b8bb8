package tr.muhatap;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Makes the engine of a test's own context the one that Camunda's REST API finds: it looks for it in a static register, where
 * the context that was started last stands. The engine's own assertions keep theirs per thread and are given the same.
 */
class EngineOfTheContext implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            register(test);
        }
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        register(test);
    }

    private static void register(TestContext test) {
        test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(engine -> {
            ProcessEngines.registerProcessEngine(engine);
            AbstractAssertions.init(engine);
        });
    }
}

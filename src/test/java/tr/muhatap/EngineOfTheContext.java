package tr.muhatap;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Makes the engine of the test's own context the one that Camunda's REST API uses: it reads a static registry, which
 * holds the most recently started one. The engine's assertions, which hold theirs per thread, are configured as well.
 * Job executors of other contexts are paused: they would execute jobs due by this test's clock.
 */
class EngineOfTheContext implements TestExecutionListener {

    private static final Map<ProcessEngine, JobExecutor> PAUSED = new HashMap<>();
    private static @Nullable ProcessEngine current;

    @Override
    public void beforeTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            register(test);
        }
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        register(test);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        register(test);
    }

    private static void register(TestContext test) {
        test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(engine -> {
            ProcessEngines.registerProcessEngine(engine);
            AbstractAssertions.init(engine);
            makeCurrent(engine);
        });
    }

    private static synchronized void makeCurrent(ProcessEngine engine) {
        var before = current;
        if (engine == before) {
            return;
        }
        if (before != null && executor(before).isActive()) {
            executor(before).shutdown();
            PAUSED.put(before, executor(before));
        }
        var own = PAUSED.remove(engine);
        if (own != null) {
            own.start();
        }
        current = engine;
    }

    private static JobExecutor executor(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }
}

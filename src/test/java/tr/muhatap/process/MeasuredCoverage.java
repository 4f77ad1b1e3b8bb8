package tr.muhatap.process;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Demands of the test class that names it to pass every node and every flow of the models it starts. The library knows
 * one demand for all classes of a context only, and its way to leave classes out breaks the engine for them.
 */
class MeasuredCoverage implements TestExecutionListener, Ordered {

    private static volatile boolean demanded;

    /** Before the library's own listener, hence after it when the class ends. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void beforeTestClass(TestContext testContext) {
        demanded = true;
    }

    @Override
    public void afterTestClass(TestContext testContext) {
        demanded = false;
    }

    static ProcessEngineCoverageProperties properties() {
        var complete = new Condition<Double>(
                coverage -> !demanded || coverage >= 1.0, "every node and every flow of the models passed");
        return new ProcessEngineCoverageProperties(
                true, false, List.of(), List.of(complete), Map.of(), List.of(), "target/process-coverage");
    }
}

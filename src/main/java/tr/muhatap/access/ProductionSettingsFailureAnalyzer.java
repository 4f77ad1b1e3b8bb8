package tr.muhatap.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports missing production prerequisites without a stack trace. Instantiated by Spring by its class name. */
class ProductionSettingsFailureAnalyzer extends AbstractFailureAnalyzer<ProductionSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProductionSettingsException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set what is named above, for instance as an environment variable: spring.datasource.url is"
                        + " SPRING_DATASOURCE_URL.",
                cause);
    }
}

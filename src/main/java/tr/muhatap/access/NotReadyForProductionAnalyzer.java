package tr.muhatap.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports missing production prerequisites without a stack trace. Instantiated by Spring by its class name. */
class NotReadyForProductionAnalyzer extends AbstractFailureAnalyzer<NotReadyForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotReadyForProduction cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set what is named above, for instance as an environment variable: spring.datasource.url is"
                        + " SPRING_DATASOURCE_URL.",
                cause);
    }
}

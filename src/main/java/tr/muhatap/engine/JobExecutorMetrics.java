package tr.muhatap.engine;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.metrics.Meter;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.stereotype.Component;

/** Lock statistics of this node's job executor: acquired locks, and locks lost to other nodes. */
@Component
class JobExecutorMetrics {

    JobExecutorMetrics(ProcessEngineConfigurationImpl engine, MeterRegistry registry) {
        var meters = engine.getMetricsRegistry().getDbMeters();
        register(registry, "taken", requireNonNull(meters.get(Metrics.JOB_ACQUIRED_SUCCESS)));
        register(registry, "lost", requireNonNull(meters.get(Metrics.JOB_ACQUIRED_FAILURE)));
    }

    private static void register(MeterRegistry registry, String result, Meter meter) {
        FunctionCounter.builder("muhatap.jobs.locks", meter, Meter::get)
                .description("Jobs this node tried to lock")
                .tag("result", result)
                .register(registry);
    }
}

package tr.muhatap.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts, stops and wakes this node's job executor. */
@Component
public class JobExecution {

    /** Resolved lazily: the engine is built with beans that depend on this one. */
    private final ObjectProvider<ProcessEngine> engine;

    JobExecution(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    public boolean isActive() {
        return executor().isActive();
    }

    public void start() {
        executor().start();
    }

    /** Blocks until no job runs on this node. */
    public void shutdown() {
        executor().shutdown();
    }

    /** Makes the executor query for due jobs now instead of at the end of its wait. */
    public void wake() {
        executor().jobWasAdded();
    }

    private JobExecutor executor() {
        return ((ProcessEngineImpl) engine.getObject())
                .getProcessEngineConfiguration()
                .getJobExecutor();
    }
}

package tr.muhatap.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts, stops and wakes this node's job executor. */
@Component
public class JobExecution {

    /** Resolved late: the engine itself is built with users of this. */
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

    /** Returns when no job runs on this node any more. */
    public void shutdown() {
        executor().shutdown();
    }

    /** Has the executor query for due jobs now instead of at the end of its wait. */
    public void wake() {
        executor().jobWasAdded();
    }

    private JobExecutor executor() {
        return ((ProcessEngineImpl) engine.getObject())
                .getProcessEngineConfiguration()
                .getJobExecutor();
    }
}

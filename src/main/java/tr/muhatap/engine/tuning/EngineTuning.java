package tr.muhatap.engine.tuning;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Replaces parts of the engine for speed, after everything else has configured it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineTuning extends AbstractProcessEnginePlugin {

    private final DataSource dataSource;

    EngineTuning(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryEventHandler(new CachedTaskHistoryEventHandler());
        var sessions = new ArrayList<SessionFactory>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.addAll(PrefetchingTaskManager.SESSIONS);
        sessions.add(new SingleQueryAuthorizationManager.Factory(dataSource));
        engine.setCustomSessionFactories(List.copyOf(sessions));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        BatchedFlush.configure(engine);
        // While the queue is full, the thread that looks for due jobs helps with them. Else it would look again for
        // each place that becomes free, and among ten thousand due jobs a look costs more than a job.
        engine.getJobExecutor().setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    }
}

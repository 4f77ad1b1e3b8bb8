package tr.muhatap.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** General engine configuration; security and tuning are configured separately. */
@Component
@Order(EngineSettings.AFTER_THE_STARTERS)
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Order after Camunda's starter; tuning comes last. */
    public static final int AFTER_THE_STARTERS = 1_000;

    /** Tasklist's page size; unbounded queries of signed-in users are refused. */
    private static final int LARGEST_QUERY = 2_000;

    private final UserTaskProperties taskProperties;
    private final TaskDecisionRule taskDecisions;
    private final ProcessEndRule processEnd;
    private final ObjectProvider<JobPostponedListener> postponed;
    private final List<EngineBuiltListener> built;

    EngineSettings(
            UserTaskProperties taskProperties,
            TaskDecisionRule taskDecisions,
            ProcessEndRule processEnd,
            ObjectProvider<JobPostponedListener> postponed,
            List<EngineBuiltListener> built) {
        this.taskProperties = taskProperties;
        this.taskDecisions = taskDecisions;
        this.processEnd = processEnd;
        this.postponed = postponed;
        this.built = built;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var historyLevel = new OfficeHistoryLevel();
        engine.setCustomHistoryLevels(List.of(historyLevel));
        engine.setHistory(historyLevel.getName());
        // The clean-up uses the end of an instance; a removal time on every row would cost fourteen updates at each
        // end.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setQueryMaxResultsLimit(LARGEST_QUERY);
        engine.setFailedJobRetryTimeCycle(JobRetries.CYCLE);
        engine.setFailedJobCommandFactory(
                new PostponedJobCommandFactory(key -> postponed.forEach(listener -> listener.jobPostponed(key))));
        PostponedJobCommandFactory.keepQuiet();
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // A refused step is not logged as an error; failed jobs are logged by the job executor nevertheless.
        engine.setEnableCmdExceptionLogging(false);
        // Metrics are read from memory, see JobExecutorMetrics; the engine's reporter would write them to the database
        // and reset them every quarter of an hour.
        engine.setDbMetricsReporterActivate(false);
        // Records every assignment for a licence metric that this edition does not need.
        engine.setTaskMetricsEnabled(false);
        engine.setCustomPostBPMNParseListeners(added(engine.getCustomPostBPMNParseListeners(), (BpmnParseListener)
                new UserTaskParseListener(taskProperties, taskDecisions)));
        engine.setCustomPostBPMNParseListeners(added(
                engine.getCustomPostBPMNParseListeners(), (BpmnParseListener) new ProcessEndParseListener(processEnd)));
        engine.setCustomPreCommandInterceptorsTxRequired(added(
                engine.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor) new RefusalInterceptor()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(added(
                engine.getCustomPreCommandInterceptorsTxRequiresNew(), (CommandInterceptor) new RefusalInterceptor()));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        built.forEach(listener -> listener.engineBuilt(engine));
    }

    private static <T> List<T> added(@Nullable List<T> existing, T one) {
        var all = existing == null ? new ArrayList<T>() : new ArrayList<>(existing);
        all.add(one);
        return all;
    }
}

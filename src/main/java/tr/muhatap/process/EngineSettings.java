package tr.muhatap.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How the engine runs here; what concerns security stands in {@code access}. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Tasklist asks for this many; an unbounded query of a signed-in user is refused. */
    private static final int LARGEST_QUERY = 2_000;

    /** How often a job is tried before it is an incident. */
    static final int TRIES = 5;

    private static final String RETRIES = "R" + TRIES + "/PT5M";

    private final TaskFacts facts;
    private final ObjectProvider<WaitingAnswers> answers;
    private final EndNeedsTheRecord ends;

    EngineSettings(TaskFacts facts, ObjectProvider<WaitingAnswers> answers, EndNeedsTheRecord ends) {
        this.facts = facts;
        this.answers = answers;
        this.ends = ends;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var historyLevel = new OfficeHistoryLevel();
        engine.setCustomHistoryLevels(List.of(historyLevel));
        engine.setHistory(historyLevel.getName());
        engine.setHistoryEventHandler(new OfficeHistory());
        // The clean-up goes by the end of an instance; a time of removal on every row would cost fourteen updates at
        // each end.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        OfficeTasks.SESSIONS.forEach(
                factory -> engine.setCustomSessionFactories(added(engine.getCustomSessionFactories(), factory)));
        OfficeServices.configure(engine);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setQueryMaxResultsLimit(LARGEST_QUERY);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setFailedJobCommandFactory(
                new PutOffJobs(number -> answers.getObject().putOff(number)));
        PutOffJobs.keepQuiet();
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // A refused step is no error of the program; failed jobs are logged by the job executor all the same.
        engine.setEnableCmdExceptionLogging(false);
        // They are read from memory, see EngineFigures; written to the database they would begin anew each quarter
        // hour.
        engine.setDbMetricsReporterActivate(false);
        // One row for every assignment, counted for a licence that this edition does not have.
        engine.setTaskMetricsEnabled(false);
        engine.setCustomPostBPMNParseListeners(
                added(engine.getCustomPostBPMNParseListeners(), (BpmnParseListener) new UserTasks(facts)));
        engine.setCustomPostBPMNParseListeners(
                added(engine.getCustomPostBPMNParseListeners(), (BpmnParseListener) ends));
        engine.setCustomPreCommandInterceptorsTxRequired(added(
                engine.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor) new RefusalInterceptor()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(added(
                engine.getCustomPreCommandInterceptorsTxRequiresNew(), (CommandInterceptor) new RefusalInterceptor()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        FlushInOneTrip.teach(engine);
        // While the queue is full, the thread that looks for due jobs helps with them. Else it would look again for
        // each place that becomes free, and among ten thousand due jobs a look costs more than a job.
        engine.getJobExecutor().setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    }

    private static <T> List<T> added(@Nullable List<T> existing, T one) {
        var all = existing == null ? new ArrayList<T>() : new ArrayList<>(existing);
        all.add(one);
        return all;
    }
}

package tr.muhatap.engine;

import java.time.Duration;
import java.util.Date;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Re-dates a job that ended with a {@link PostponeJobException}. The job is woken when its condition is met, and as a
 * fallback runs again after a while.
 *
 * <p>Replaces {@code DefaultFailedJobCommandFactory} of Camunda 7.24.0 for these jobs; {@code OfficeOnPostgresIT}
 * notices when it changes.
 */
final class PostponedJobCommandFactory implements FailedJobCommandFactory {

    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final FailedJobCommandFactory others = new CollisionRetryCommandFactory();
    private final Consumer<String> postponed;

    /**
     * @param postponed called with the business key of the job's instance, after the commit
     */
    PostponedJobCommandFactory(Consumer<String> postponed) {
        this.postponed = postponed;
    }

    /** Keeps postponed jobs out of the engine's failure log. */
    static void keepQuiet() {
        var usual = ExecuteJobHelper.LOGGING_HANDLER;
        if (!(usual instanceof Quiet)) {
            ExecuteJobHelper.LOGGING_HANDLER = new Quiet(usual);
        }
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        var waiting = waiting(failure);
        return waiting == null ? others.getCommand(jobId, failure) : postponed(jobId, waiting.businessKey());
    }

    private Command<Object> postponed(String jobId, String businessKey) {
        return context -> {
            var job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(AGAIN)));
                context.getTransactionContext()
                        .addTransactionListener(TransactionState.COMMITTED, committed -> postponed.accept(businessKey));
            }
            return null;
        };
    }

    private static @Nullable PostponeJobException waiting(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostponeJobException waiting) {
                return waiting;
            }
        }
        return null;
    }

    private record Quiet(ExecuteJobHelper.ExceptionLoggingHandler usual)
            implements ExecuteJobHelper.ExceptionLoggingHandler {

        @Override
        public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
            if (waiting(failure) == null) {
                usual.exceptionWhileExecutingJob(jobId, failure);
            }
        }
    }
}

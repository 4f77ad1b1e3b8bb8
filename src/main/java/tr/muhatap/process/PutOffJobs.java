package tr.muhatap.process;

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
 * Puts off a job whose answer still waits in the outbox. Its sender wakes it; should that be lost, it asks again by itself
 * after a while.
 */
final class PutOffJobs implements FailedJobCommandFactory {

    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final FailedJobCommandFactory others = new RetryAtOnce();
    private final Consumer<String> putOff;

    /**
     * @param putOff hears the number of the application whose job was put off, once that is committed
     */
    PutOffJobs(Consumer<String> putOff) {
        this.putOff = putOff;
    }

    /** Lets the engine log what failed, and not what was put off. */
    static void keepQuiet() {
        var usual = ExecuteJobHelper.LOGGING_HANDLER;
        if (!(usual instanceof Quiet)) {
            ExecuteJobHelper.LOGGING_HANDLER = new Quiet(usual);
        }
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        var waiting = waiting(failure);
        return waiting == null ? others.getCommand(jobId, failure) : putOff(jobId, waiting.number());
    }

    private Command<Object> putOff(String jobId, String number) {
        return context -> {
            var job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(AGAIN)));
                context.getTransactionContext()
                        .addTransactionListener(TransactionState.COMMITTED, committed -> putOff.accept(number));
            }
            return null;
        };
    }

    private static @Nullable AnswerWaitingException waiting(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerWaitingException waiting) {
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

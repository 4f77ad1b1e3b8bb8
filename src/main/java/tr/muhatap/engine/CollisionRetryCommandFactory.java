package tr.muhatap.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * Retries a job at once, without decrementing its retries, if it failed by optimistic locking: the other transaction
 * has committed by then. The engine would wait for the retry interval, and would count a collision on a record of ours
 * as a failure of the job.
 *
 * <p>Replaces {@code DefaultFailedJobCommandFactory} of Camunda 7.24.0; {@code TimerMeetsClerkTest} notices when it
 * changes.
 */
class CollisionRetryCommandFactory extends DefaultFailedJobCommandFactory {

    /** More collisions in a row than this are handled like other failures. */
    private static final int MOST_IN_A_ROW = 20;

    private static final int REMEMBERED_JOBS = 1_000;

    private final Map<String, Integer> inARow = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_JOBS)
            .<String, Integer>build()
            .asMap();

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        if (JobRetries.isCollision(failure) && inARow.merge(jobId, 1, Integer::sum) <= MOST_IN_A_ROW) {
            return new DueAgain(jobId, failure);
        }
        inARow.remove(jobId);
        return super.getCommand(jobId, failure);
    }

    private static final class DueAgain extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        DueAgain(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            var job = getJob();
            if (job != null) {
                job.unlock();
                notifyAcquisition(context);
            }
            return true;
        }
    }
}

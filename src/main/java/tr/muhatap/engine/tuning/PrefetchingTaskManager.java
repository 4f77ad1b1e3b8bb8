package tr.muhatap.engine.tuning;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Prefetches all executions of a task's instance with the task: every task belongs to an instance, and none has
 * subtasks. The engine would read the task's execution, then all of the instance, and then query for subtasks.
 *
 * <p>Replaces {@code TaskManager#findTaskById}, {@code #findTasksByParentTaskId} and {@code
 * ExecutionManager#findExecutionsByProcessInstanceId} of Camunda 7.24.0; {@code RoundTripsIT} and {@code
 * ChannelProcessesTest} notice when they change.
 */
final class PrefetchingTaskManager extends TaskManager {

    /** The two managers share the prefetched executions within one command. */
    static final List<SessionFactory> SESSIONS = List.of(
            new Factory(TaskManager.class, PrefetchingTaskManager::new),
            new Factory(ExecutionManager.class, PrefetchingExecutionManager::new));

    private record Factory(Class<?> type, Supplier<Session> made) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return made.get();
        }
    }

    /** A cached task was read with its instance. */
    @Override
    public @Nullable TaskEntity findTaskById(String id) {
        boolean isAtHand = getDbEntityManager().getCachedEntity(TaskEntity.class, id) != null;
        var task = super.findTaskById(id);
        if (task != null
                && !isAtHand
                && getProcessInstanceManager() instanceof PrefetchingExecutionManager executions) {
            executions.readAhead(task.getProcessInstanceId());
        }
        return task;
    }

    /** Empty: standalone tasks are refused, see {@code EngineSettings}. */
    @Override
    public List<Task> findTasksByParentTaskId(String task) {
        return List.of();
    }

    private static final class PrefetchingExecutionManager extends ExecutionManager {

        private @Nullable String readAhead;
        private List<ExecutionEntity> ofInstance = List.of();

        private void readAhead(String instance) {
            ofInstance = super.findExecutionsByProcessInstanceId(instance);
            readAhead = instance;
        }

        /** Uses the prefetched executions once; a second query in the same command may have to see a change. */
        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
            if (!instance.equals(readAhead)) {
                return super.findExecutionsByProcessInstanceId(instance);
            }
            readAhead = null;
            return ofInstance;
        }
    }
}

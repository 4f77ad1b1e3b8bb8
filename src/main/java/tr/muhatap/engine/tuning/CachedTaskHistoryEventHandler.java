package tr.muhatap.engine.tuning;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Takes the start time of a user task's history entry from the cached task. The engine would query the history for it
 * at each change of a task, to compute the duration.
 *
 * <p>Replaces {@code DbHistoryEventHandler#insertOrUpdate} of Camunda 7.24.0; {@code TaskCompletionTest} and {@code
 * RoundTripsIT} notice when it changes.
 */
final class CachedTaskHistoryEventHandler extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        var since = event instanceof HistoricScopeInstanceEvent && !isInitialEvent(event) ? taskMadeAt(event) : null;
        if (since == null) {
            super.insertOrUpdate(event);
            return;
        }
        ((HistoricScopeInstanceEvent) event).setStartTime(since);
        if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
            getDbEntityManager().merge(event);
        }
    }

    /** Null if it is no user task's event, or its task is not cached. */
    private static @Nullable Date taskMadeAt(HistoryEvent event) {
        return Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> isOf(event, task))
                .map(TaskEntity::getCreateTime)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(HistoryEvent event, TaskEntity task) {
        if (event instanceof HistoricTaskInstanceEventEntity ofTask) {
            return task.getId().equals(ofTask.getTaskId());
        }
        return event instanceof HistoricActivityInstanceEventEntity ofActivity
                && ofActivity.getActivityId().equals(task.getTaskDefinitionKey())
                && ofActivity.getExecutionId().equals(task.getExecutionId());
    }
}

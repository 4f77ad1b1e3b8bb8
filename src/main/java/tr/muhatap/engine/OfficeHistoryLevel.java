package tr.muhatap.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * History level with instances, activities, tasks, incidents and operations, without variables and decisions, which are
 * in our own history. Its id is stored in the database, which the engine refuses to open with another level.
 *
 * <p>Replaces the levels of Camunda 7.24.0; {@code TaskCompletionTest} notices when they change.
 */
class OfficeHistoryLevel extends AbstractHistoryLevel {

    private static final int ID = 40;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "muhatap";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return HistoryLevel.HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(type, entity)
                        && type != HistoryEventTypes.DMN_DECISION_EVALUATE
                || type == HistoryEventTypes.INCIDENT_CREATE
                || type == HistoryEventTypes.INCIDENT_MIGRATE
                || type == HistoryEventTypes.INCIDENT_RESOLVE
                || type == HistoryEventTypes.INCIDENT_DELETE
                || type == HistoryEventTypes.USER_OPERATION_LOG;
    }
}

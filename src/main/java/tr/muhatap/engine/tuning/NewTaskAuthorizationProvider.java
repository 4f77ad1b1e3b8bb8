package tr.muhatap.engine.tuning;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import tr.muhatap.engine.security.TaskAuthorizationProvider;

/**
 * Inserts the grants of a new task without querying for existing ones.
 *
 * <p>Replaces {@code DefaultAuthorizationProvider#newTaskGroupIdentityLink} of Camunda 7.24.0; {@code RoundTripsIT} and
 * {@code WhoMayIT} notice when it changes.
 */
final class NewTaskAuthorizationProvider extends TaskAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        var known = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, task.getId());
        if (known == null || known.getEntityState() != DbEntityState.TRANSIENT) {
            return super.newTaskGroupIdentityLink(task, group, type);
        }
        var permissions = getRuntimePermissions(isEnforceSpecificVariablePermission());
        return new AuthorizationEntity[] {createAuthorization(null, group, Resources.TASK, task.getId(), permissions)};
    }
}

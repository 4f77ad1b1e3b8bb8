package tr.muhatap.engine.security;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Who may work on a task: its candidate groups, and an assignee who could not have taken it by himself. */
final class TaskAuthorizationProvider extends DefaultAuthorizationProvider {

    /** Who takes a task himself was asked for his right to it a moment before; it needs no second entry. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        var command = Context.getCommandContext();
        boolean hasTheRight = newAssignee != null
                && newAssignee.equals(command.getAuthenticatedUserId())
                && command.isAuthorizationCheckEnabled();
        return hasTheRight ? null : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** For a task that is made just now there is nothing to be found. */
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

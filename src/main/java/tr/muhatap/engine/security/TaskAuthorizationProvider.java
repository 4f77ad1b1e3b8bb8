package tr.muhatap.engine.security;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Grants a task to its candidate groups, and to an assignee who could not have claimed it: claiming a task gives no
 * permanent permission that would remain after leaving the group.
 *
 * <p>Replaces {@code DefaultAuthorizationProvider#newTaskAssignee} of Camunda 7.24.0; {@code WhoMayIT} notices when it
 * changes.
 */
public class TaskAuthorizationProvider extends DefaultAuthorizationProvider {

    /** A claim was authorized before; it needs no second grant. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        var command = Context.getCommandContext();
        boolean hasTheRight = newAssignee != null
                && newAssignee.equals(command.getAuthenticatedUserId())
                && command.isAuthorizationCheckEnabled();
        return hasTheRight ? null : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }
}

package tr.muhatap.engine.security;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Grants a task to its candidate groups, and to an assignee who is in none of them for as long as he has it: no way of taking
 * a task, or of being given one, leaves a permission that would remain after leaving the group.
 *
 * <p>Replaces {@code DefaultAuthorizationProvider#newTaskAssignee} of Camunda 7.24.0; {@code WhoMayIT} notices when it
 * changes.
 */
public class TaskAuthorizationProvider extends DefaultAuthorizationProvider {

    /** A claim was authorized before, and members of a candidate group have the right; neither needs a second grant. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            var left = getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId());
            if (left != null) {
                Context.getCommandContext().getDbEntityManager().delete(left);
            }
        }
        return newAssignee == null || isClaim(newAssignee) || isCandidate(task, newAssignee)
                ? null
                : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    private static boolean isClaim(String assignee) {
        var command = Context.getCommandContext();
        return assignee.equals(command.getAuthenticatedUserId()) && command.isAuthorizationCheckEnabled();
    }

    private static boolean isCandidate(Task task, String user) {
        var command = Context.getCommandContext();
        var candidates = ((TaskEntity) task)
                .getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .toList();
        return !candidates.isEmpty()
                && command.runWithoutAuthorization(() ->
                        command
                                .getReadOnlyIdentityProvider()
                                .createGroupQuery(command)
                                .groupMember(user)
                                .list()
                                .stream()
                                .map(Group::getId)
                                .anyMatch(candidates::contains));
    }
}

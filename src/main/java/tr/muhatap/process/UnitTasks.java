package tr.muhatap.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.organization.UnitClosed;

/** The open tasks of a closed unit go to the unit that took over; whoever works on one goes on with it. */
@Component
class UnitTasks {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;

    UnitTasks(RuntimeService runtimeService, TaskService taskService, AuthorizationService authorizationService) {
        this.authorizationService = authorizationService;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
    }

    @EventListener
    void closed(UnitClosed event) {
        String successor = event.successor();
        if (successor == null) {
            return;
        }
        runtimeService
                .createProcessInstanceQuery()
                .variableValueEquals(ProcessNames.Variables.BIRIM, event.unit())
                .list()
                .forEach(instance ->
                        runtimeService.setVariable(instance.getId(), ProcessNames.Variables.BIRIM, successor));
        String former = Groups.ofUnit(event.unit());
        taskService
                .createTaskQuery()
                .taskCandidateGroup(former)
                .includeAssignedTasks()
                .list()
                .forEach(task -> {
                    taskService.deleteCandidateGroup(task.getId(), former);
                    taskService.addCandidateGroup(task.getId(), Groups.ofUnit(successor));
                });
        // The engine takes no grant back while its task lives
        authorizationService
                .createAuthorizationQuery()
                .groupIdIn(former)
                .resourceType(Resources.TASK)
                .list()
                .forEach(grant -> authorizationService.deleteAuthorization(grant.getId()));
    }
}

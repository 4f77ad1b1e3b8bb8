package tr.muhatap.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** The open task on an application's main path, for its escalation. */
@Component
class OpenTask {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final AuthorizationService authorizationService;

    OpenTask(TaskService taskService, RuntimeService runtimeService, AuthorizationService authorizationService) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.authorizationService = authorizationService;
    }

    void assignTo(String number, String user) {
        taskService.setAssignee(find(number).getId(), user);
    }

    void moveToUnit(String number, String unit) {
        var task = find(number);
        forgetGrants(task.getId());
        runtimeService.setVariable(task.getProcessInstanceId(), ProcessNames.Variables.BIRIM, unit);
        taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .forEach(link -> taskService.deleteCandidateGroup(task.getId(), link.getGroupId()));
        taskService.addCandidateGroup(task.getId(), Groups.ofUnit(unit));
        taskService.setAssignee(task.getId(), null);
    }

    /** Deletes the grants of a former assignee: the engine never revokes them while the task exists. */
    private void forgetGrants(String task) {
        authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task)
                .list()
                .forEach(grant -> authorizationService.deleteAuthorization(grant.getId()));
    }

    private Task find(String number) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKeyIn(
                        ProcessNames.Elements.ON_INCELEME,
                        ProcessNames.Elements.BIRIME_SEVK,
                        ProcessNames.Elements.CEVAP_HAZIRLAMA,
                        ProcessNames.Elements.CEVAP_ONAYI)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new RuleViolationException(
                        ProcessRefusal.DEVRALINACAK_ACIK_IS_YOK, Texts.of("process.ret.devralinacak-acik-is-yok")));
    }
}

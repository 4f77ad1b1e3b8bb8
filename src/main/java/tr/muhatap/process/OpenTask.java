package tr.muhatap.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.problem.RuleViolationException;

/** The one open step on an application's main path, seen from its escalation. */
@Component
class OpenTask {

    private final TaskService taskService;
    private final RuntimeService runtimeService;

    OpenTask(TaskService taskService, RuntimeService runtimeService) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
    }

    void assignTo(String number, String user) {
        taskService.setAssignee(find(number).getId(), user);
    }

    void moveToUnit(String number, String unit) {
        var task = find(number);
        runtimeService.setVariable(task.getProcessInstanceId(), ProcessNames.Variables.BIRIM, unit);
        taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .forEach(link -> taskService.deleteCandidateGroup(task.getId(), link.getGroupId()));
        taskService.addCandidateGroup(task.getId(), Groups.ofUnit(unit));
        taskService.setAssignee(task.getId(), null);
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
                .orElseThrow(() -> new RuleViolationException("Başvuruda şu anda devralınacak açık bir iş yok."));
    }
}

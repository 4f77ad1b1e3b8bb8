package tr.muhatap.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.ClaimedTasks;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.StaffTasks.Task;

/** Reads and moves taken tasks as the program itself. */
@Component
class EngineClaimedTasks implements ClaimedTasks {

    private static final List<String> ELEMENTS = List.of(
            ProcessNames.Elements.ON_INCELEME,
            ProcessNames.Elements.BIRIME_SEVK,
            ProcessNames.Elements.CEVAP_HAZIRLAMA,
            ProcessNames.Elements.CEVAP_ONAYI,
            ProcessNames.Elements.YONETICI_MUDAHALESI,
            ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI);

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final StaffTasks steps;
    private final JdbcClient jdbc;

    EngineClaimedTasks(
            TaskService taskService,
            RuntimeService runtimeService,
            IdentityService identityService,
            AuthorizationService authorizationService,
            StaffTasks steps,
            JdbcClient jdbc) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.steps = steps;
        this.jdbc = jdbc;
    }

    @Override
    public List<Claimed> of(Collection<String> users, @Nullable Collection<String> groups, int most) {
        if (users.isEmpty() || (groups != null && groups.isEmpty())) {
            return List.of();
        }
        var query = taken().taskAssigneeIn(users.toArray(String[]::new));
        if (groups != null) {
            query.taskCandidateGroupIn(List.copyOf(groups)).includeAssignedTasks();
        }
        return oldest(query, most);
    }

    @Override
    public List<Claimed> untouchedSince(Instant before, int most) {
        return oldest(taken(), most).stream()
                .filter(claimed -> claimed.since().isBefore(before))
                .toList();
    }

    @Override
    public List<Claimed> ofGone(int most) {
        return oldest(taken(), most).stream()
                .filter(claimed -> {
                    String user = claimed.task().assignee();
                    return user != null && !mayWorkOn(claimed.task().id(), user);
                })
                .toList();
    }

    @Override
    public List<Load> load() {
        return jdbc.sql("select t.assignee_, coalesce(g.name_, l.group_id_), count(*) from act_ru_task t "
                        + "join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' "
                        + "and l.group_id_ is not null left join act_id_group g on g.id_ = l.group_id_ "
                        + "where t.suspension_state_ = 1 and t.task_def_key_ in (:elements) "
                        + "group by t.assignee_, coalesce(g.name_, l.group_id_) "
                        + "order by coalesce(g.name_, l.group_id_), t.assignee_")
                .param("elements", ELEMENTS)
                .query((row, index) -> new Load(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    @Override
    public boolean mayWorkOn(String task, String user) {
        var groups = groupsOf(user);
        return !groups.isEmpty()
                && authorizationService.isUserAuthorized(user, groups, Permissions.TASK_WORK, Resources.TASK, task);
    }

    @Override
    public boolean move(Task task, @Nullable String to) {
        var now = taskService.createTaskQuery().taskId(task.id()).singleResult();
        if (now == null || !Optional.ofNullable(task.assignee()).equals(Optional.ofNullable(now.getAssignee()))) {
            return false;
        }
        try {
            taskService.setAssignee(task.id(), to);
            return true;
        } catch (OptimisticLockingException somebodyWasFaster) {
            return false;
        }
    }

    @Override
    public List<String> groupsOf(String user) {
        return identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .filter(Groups::hasTasks)
                .toList();
    }

    private TaskQuery taken() {
        return taskService
                .createTaskQuery()
                .active()
                .taskDefinitionKeyIn(ELEMENTS.toArray(String[]::new))
                .taskAssigned();
    }

    private List<Claimed> oldest(TaskQuery query, int most) {
        var tasks = query.orderByLastUpdated().asc().orderByTaskId().asc().listPage(0, most);
        if (tasks.isEmpty()) {
            return List.of();
        }
        var instances = tasks.stream()
                .map(org.camunda.bpm.engine.task.Task::getProcessInstanceId)
                .collect(Collectors.toSet());
        var numbers = new HashMap<String, String>();
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceIds(instances)
                .list()
                .forEach(instance -> numbers.put(instance.getId(), instance.getBusinessKey()));
        return tasks.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .map(task -> new Claimed(
                        new Task(
                                task.getId(),
                                numbers.getOrDefault(task.getProcessInstanceId(), ""),
                                steps.step(task.getTaskDefinitionKey()).orElseThrow(),
                                task.getAssignee()),
                        touched(task.getLastUpdated(), task.getCreateTime())))
                .toList();
    }

    private static Instant touched(@Nullable Date updated, Date created) {
        return (updated == null ? created : updated).toInstant();
    }
}

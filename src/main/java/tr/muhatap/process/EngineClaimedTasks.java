package tr.muhatap.process;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
    private final TaskWorkers workers;
    private final StaffTasks steps;
    private final JdbcClient jdbc;

    EngineClaimedTasks(
            TaskService taskService,
            RuntimeService runtimeService,
            TaskWorkers workers,
            StaffTasks steps,
            JdbcClient jdbc) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.workers = workers;
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
    public List<Claimed> untouchedSince(Instant before, String after, int most) {
        return taken("coalesce(t.last_updated_, t.create_time_) < :before", Timestamp.from(before), after, most);
    }

    @Override
    public List<Claimed> ofGone(String after, int most) {
        return taken(
                "not exists (" + TaskWorkers.OF_TASK + "and m.user_id_ = t.assignee_)", workers.now(), after, most);
    }

    /** By their ids, so that those which stay taken are not read twice. */
    private List<Claimed> taken(String condition, Timestamp at, String after, int most) {
        var ids = jdbc.sql("select t.id_ from act_ru_task t where t.assignee_ is not null and t.suspension_state_ = 1 "
                        + "and t.task_def_key_ in (:elements) and t.id_ > :after and " + condition
                        + " order by t.id_ fetch first :most rows only")
                .param("elements", ELEMENTS)
                .param("after", after)
                .param("before", at)
                .param("now", at)
                .param("admins", Groups.CAMUNDA_ADMIN)
                .param("most", most)
                .query(String.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : claimed(taken().taskIdIn(ids.toArray(String[]::new))
                        .orderByTaskId()
                        .asc()
                        .list());
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
        return workers.mayWorkOn(task, user);
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
        return workers.groupsOf(user);
    }

    private TaskQuery taken() {
        return taskService
                .createTaskQuery()
                .active()
                .taskDefinitionKeyIn(ELEMENTS.toArray(String[]::new))
                .taskAssigned();
    }

    private List<Claimed> oldest(TaskQuery query, int most) {
        return claimed(query.orderByLastUpdated().asc().orderByTaskId().asc().listPage(0, most));
    }

    private List<Claimed> claimed(List<org.camunda.bpm.engine.task.Task> tasks) {
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

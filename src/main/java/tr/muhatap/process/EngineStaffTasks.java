package tr.muhatap.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.StaffTasks;
import tr.muhatap.basvuru.Status;
import tr.muhatap.engine.SingleCommand;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.problem.RuleViolationException;
import tr.muhatap.text.Texts;

/** Open tasks as in Tasklist: claimed, then completed with the decision, both as the user. */
@Component
class EngineStaffTasks implements StaffTasks {

    private static final Map<TaskKind, List<String>> ELEMENTS = new EnumMap<>(Map.of(
            TaskKind.INCELEME, List.of(ProcessNames.Elements.ON_INCELEME),
            TaskKind.SEVK, List.of(ProcessNames.Elements.BIRIME_SEVK),
            TaskKind.CEVAP, List.of(ProcessNames.Elements.CEVAP_HAZIRLAMA),
            TaskKind.ONAY, List.of(ProcessNames.Elements.CEVAP_ONAYI),
            TaskKind.MUDAHALE,
                    List.of(ProcessNames.Elements.YONETICI_MUDAHALESI, ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI)));

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final TaskWorkers workers;
    private final SingleCommand singleCommand;
    private final CurrentUser currentUser;

    EngineStaffTasks(
            TaskService taskService,
            RuntimeService runtimeService,
            IdentityService identityService,
            AuthorizationService authorizationService,
            TaskWorkers workers,
            SingleCommand singleCommand,
            CurrentUser currentUser) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.workers = workers;
        this.singleCommand = singleCommand;
        this.currentUser = currentUser;
    }

    @Override
    public List<Task> list(Filter filter, int first, int size) {
        return withNumbers(asUser(
                () -> query(filter).orderByDueDate().asc().orderByTaskId().asc().listPage(first, size)));
    }

    @Override
    public long count(Filter filter) {
        return asUser(() -> query(filter).count());
    }

    @Override
    public List<Task> waiting(int most) {
        var own = asUser(() -> byDueDate(open().taskAssignee(currentUser.name()), most));
        var free = asUser(() -> {
            var query = open().taskUnassigned();
            return byDueDate(
                    currentUser.isIn(Groups.CAMUNDA_ADMIN)
                            ? query
                            : query.taskCandidateGroupIn(List.copyOf(currentUser.groups())),
                    most);
        });
        return withNumbers(Stream.concat(own.stream(), free.stream())
                .sorted(Comparator.comparing(
                                org.camunda.bpm.engine.task.Task::getDueDate,
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(org.camunda.bpm.engine.task.Task::getId))
                .toList());
    }

    private TaskQuery open() {
        return taskService.createTaskQuery().active().taskDefinitionKeyIn(elements(null));
    }

    private static List<org.camunda.bpm.engine.task.Task> byDueDate(TaskQuery query, int most) {
        return query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, most);
    }

    @Override
    public boolean claimed(Task task) {
        if (currentUser.name().equals(task.assignee())) {
            return true;
        }
        try {
            return asUser(() -> claim(task));
        } catch (RuleViolationException | NotFoundException | AccessDeniedException tooLate) {
            return false;
        }
    }

    @Override
    public Optional<Task> find(String id) {
        var found = asUser(() -> taskService
                .createTaskQuery()
                .taskId(id)
                .taskDefinitionKeyIn(elements(null))
                .listPage(0, 1));
        return withNumbers(found).stream().findFirst();
    }

    @Override
    public boolean mayWorkOn(String id) {
        return mayWorkOn(id, currentUser.name(), currentUser.groups());
    }

    @Override
    public List<Colleague> colleagues() {
        var users = new HashMap<String, User>();
        if (currentUser.isIn(Groups.CAMUNDA_ADMIN)) {
            identityService.createUserQuery().list().forEach(user -> users.put(user.getId(), user));
            Groups.SYSTEMS.forEach(group -> membersOf(group).forEach(user -> users.remove(user.getId())));
        } else {
            currentUser.groups().forEach(group -> membersOf(group).forEach(user -> users.put(user.getId(), user)));
        }
        users.keySet().removeAll(workers.keptOut());
        return users.values().stream()
                .map(user -> new Colleague(user.getId(), nameOf(user)))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    @Override
    public Optional<TaskKind> step(String element) {
        return ELEMENTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(element))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public void complete(Task task, Decision decision) {
        asUser(() -> {
            singleCommand.run(() -> claimAndComplete(task, decision));
            return true;
        });
    }

    @Override
    public boolean complete(String number, String element, Decision decision) {
        try {
            return asUser(() -> singleCommand.get(() -> {
                var open = open(number, element);
                open.ifPresent(task -> claimAndComplete(task, decision));
                return open.isPresent();
            }));
        } catch (AccessDeniedException | NotFoundException refused) {
            // Completion deletes the task's grants: a later user is reported as too late, not as unauthorized
            if (open(number, element).isPresent()) {
                throw refused;
            }
            return false;
        }
    }

    private void claimAndComplete(Task task, Decision decision) {
        if (!currentUser.name().equals(task.assignee())) {
            claim(task);
        }
        taskService.complete(task.id(), variables(task.step(), decision));
    }

    private Optional<Task> open(String number, String element) {
        return taskService
                .createTaskQuery()
                .active()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(task -> new Task(task.getId(), number, stepOf(element), task.getAssignee()));
    }

    @Override
    public Optional<String> element(Status status) {
        return Optional.ofNullable(
                switch (status) {
                    case ON_INCELEMEDE -> ProcessNames.Elements.ON_INCELEME;
                    case SEVK_BEKLIYOR -> ProcessNames.Elements.BIRIME_SEVK;
                    case BIRIMDE -> ProcessNames.Elements.CEVAP_HAZIRLAMA;
                    case ONAYDA -> ProcessNames.Elements.CEVAP_ONAYI;
                    case KAYITLI, EKSIK_BEKLIYOR, UCRET_BEKLIYOR, CEVAPLANDI, KAPANDI -> null;
                });
    }

    private static Map<String, Object> variables(TaskKind step, Decision decision) {
        var variables = new HashMap<String, Object>();
        switch (step) {
            case INCELEME -> {
                variables.put(ProcessNames.Variables.ON_INCELEME, decision.value());
                if (decision.topic() != null) {
                    variables.put(ProcessNames.Variables.KONU, decision.topic());
                }
            }
            case SEVK -> variables.put(ProcessNames.Variables.BIRIM, decision.unit());
            case CEVAP -> variables.put(ProcessNames.Variables.BIRIM_KARARI, decision.value());
            case ONAY -> variables.put(ProcessNames.Variables.ONAY, decision.value());
            case MUDAHALE -> {
                variables.put(ProcessNames.Variables.MUDAHALE, decision.value());
                if (decision.unit() != null) {
                    variables.put(ProcessNames.Variables.BIRIM, decision.unit());
                }
            }
        }
        return variables;
    }

    @Override
    public void assign(Task task, String user) {
        String self = currentUser.name();
        if (!mayWorkOn(task.id(), self, currentUser.groups())) {
            throw notYours();
        }
        if (user.equals(task.assignee())) {
            throw new RuleViolationException(ProcessRefusal.IS_ZATEN_ONDA, Texts.of("process.ret.is-zaten-onda", user));
        }
        if (user.equals(self) && task.assignee() == null) {
            asUser(() -> claim(task));
            return;
        }
        if (!user.equals(self) && !workers.mayWorkOn(task.id(), user)) {
            throw new RuleViolationException(ProcessRefusal.IS_GRUP_DISI, Texts.of("process.ret.is-grup-disi", user));
        }
        // The engine does not allow users to assign tasks to others; whoever may work on a task may assign it to others
        // who may
        taskService.setAssignee(task.id(), user);
    }

    private boolean claim(Task task) {
        taskService.claim(task.id(), currentUser.name());
        return true;
    }

    private <T> T asUser(Supplier<T> call) {
        identityService.setAuthentication(currentUser.name(), List.copyOf(currentUser.groups()));
        try {
            return call.get();
        } catch (AuthorizationException refused) {
            throw notYours();
        } catch (TaskAlreadyClaimedException taken) {
            throw new RuleViolationException(ProcessRefusal.IS_BASKASINDA, Texts.of("process.ret.is-baskasinda"));
        } catch (NullValueException gone) {
            throw new NotFoundException(Texts.of("process.engine-staff-tasks.bu-gorev-artik-acik-degil"));
        } catch (OptimisticLockingException meanwhile) {
            throw new RuleViolationException(ProcessRefusal.IS_DEGISTI, Texts.of("process.ret.is-degisti"));
        } finally {
            identityService.clearAuthentication();
        }
    }

    private static AccessDeniedException notYours() {
        return new AccessDeniedException(Texts.of("process.engine-staff-tasks.bu-gorev-size-veya-grubunuza"));
    }

    private boolean mayWorkOn(String task, String user, Collection<String> groups) {
        return authorizationService.isUserAuthorized(
                user, List.copyOf(groups), Permissions.TASK_WORK, Resources.TASK, task);
    }

    private List<User> membersOf(String group) {
        return identityService.createUserQuery().memberOfGroup(group).list();
    }

    /** Tasks that the user may work on, as candidate or assignee; some users see more than that. */
    private TaskQuery query(Filter filter) {
        var query = taskService.createTaskQuery().active().taskDefinitionKeyIn(elements(filter.step()));
        if (!currentUser.isIn(Groups.CAMUNDA_ADMIN)) {
            query.or()
                    .taskCandidateGroupIn(List.copyOf(currentUser.groups()))
                    .includeAssignedTasks()
                    .taskAssignee(currentUser.name())
                    .endOr();
        }
        var channel = filter.channel();
        if (channel != null) {
            query.processVariableValueEquals(ProcessNames.Variables.KANAL, channel.name());
        }
        var numbers = filter.numbers();
        if (numbers != null) {
            query.processInstanceBusinessKeyIn(numbers.toArray(String[]::new));
        }
        return query;
    }

    private static String[] elements(@Nullable TaskKind step) {
        return ELEMENTS.entrySet().stream()
                .filter(entry -> step == null || step == entry.getKey())
                .flatMap(entry -> entry.getValue().stream())
                .toArray(String[]::new);
    }

    private TaskKind stepOf(String element) {
        return step(element).orElseThrow();
    }

    private List<Task> withNumbers(List<org.camunda.bpm.engine.task.Task> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var instances = tasks.stream()
                .map(org.camunda.bpm.engine.task.Task::getProcessInstanceId)
                .collect(Collectors.toSet());
        var numbers = runtimeService.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(instance -> instance.getId(), instance -> instance.getBusinessKey()));
        return tasks.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .map(task -> new Task(
                        task.getId(),
                        numbers.getOrDefault(task.getProcessInstanceId(), ""),
                        stepOf(task.getTaskDefinitionKey()),
                        task.getAssignee()))
                .toList();
    }

    private static String nameOf(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name + " (" + user.getId() + ")";
    }
}

package tr.muhatap.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.Applicant;
import tr.muhatap.basvuru.ApplicantType;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.DecisionNote;
import tr.muhatap.basvuru.FeeNotice;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.basvuru.NewBasvuru;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.ServedPaper;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.basvuru.Source;
import tr.muhatap.basvuru.Submission;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.Deadlines;

/** The office at work, as the tests speak of it: applications come in, people complete tasks, days pass, jobs run. */
class OfficeFixture {

    static final String UNIT = "yol-bakim";
    static final String OTHER_UNIT = "fen-isleri";
    static final String TOPIC = "yol-cukur";

    private final BasvuruRegister register;
    private final Deadlines deadlines;
    private final OfficeClock clock;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final HistoryService historyService;

    private final Map<String, String> elements = new ConcurrentHashMap<>();

    OfficeFixture(
            BasvuruRegister register,
            Deadlines deadlines,
            OfficeClock clock,
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            HistoryService historyService) {
        this.register = register;
        this.deadlines = deadlines;
        this.clock = clock;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.historyService = historyService;
    }

    // What comes in

    String registered(Channel channel) {
        return registered(channel, TOPIC, List.of());
    }

    String registered(Channel channel, @Nullable String topic, List<String> warnings) {
        return registered(channel, topic, warnings, clock.instant());
    }

    String registered(Channel channel, @Nullable String topic, List<String> warnings, Instant receivedAt) {
        var kind = channel == Channel.BILGI_EDINME ? Kind.BILGI_ISTEMI : Kind.SIKAYET;
        return registered(channel, kind, topic, warnings, receivedAt);
    }

    /** Asks for information by any channel. */
    String asksForInformation(Channel channel) {
        return registered(channel, Kind.BILGI_ISTEMI, TOPIC, List.of(), clock.instant());
    }

    private String registered(
            Channel channel, Kind kind, @Nullable String topic, List<String> warnings, Instant receivedAt) {
        return signedIn(
                "istemci",
                () -> register.register(new NewBasvuru(
                                channel,
                                channel == Channel.DIJITAL ? Source.WEB : null,
                                kind,
                                channel == Channel.BILGI_EDINME ? Submission.YAZILI : null,
                                null,
                                topic,
                                "Sokağımızdaki çukur",
                                "Sokağımızdaki çukur haftalardır duruyor.",
                                applicantWithoutContact(),
                                null,
                                "istemci",
                                UUID.randomUUID().toString(),
                                null,
                                null,
                                warnings,
                                receivedAt,
                                null))
                        .number());
    }

    private static Applicant applicantWithoutContact() {
        return new Applicant(
                ApplicantType.GERCEK,
                "Deneme",
                "Kişisi",
                null,
                "10000000146",
                null,
                null,
                null,
                null,
                null,
                "Deneme Mah. 1",
                false);
    }

    // What people do

    void reviews(String number, String decision) {
        if (decision.equals("MUKERRER") || decision.equals("YETKISIZ")) {
            String target = decision.equals("MUKERRER") ? registered(Channel.CIMER) : "Örnek Valiliği";
            signedIn("masa", () -> {
                register.noteDecision(number, new DecisionNote("Neden.", decision, target));
                return number;
            });
        }
        completes("masa", number, ProcessNames.Elements.ON_INCELEME, Map.of("onInceleme", decision));
    }

    void routes(String number, String unit) {
        completes("halkla", number, ProcessNames.Elements.BIRIME_SEVK, Map.of("birim", unit));
    }

    void answers(String number) {
        signedIn("fen", () -> {
            register.saveDraft(number, new Answer(Outcome.OLUMLU, null, "Çukur kapatıldı."));
            return number;
        });
        completes("fen", number, ProcessNames.Elements.CEVAP_HAZIRLAMA, Map.of("birimKarari", "CEVAP"));
    }

    /** Where the notice goes by post, its receipt comes back on the same day. */
    void notifiesFee(String number, BigDecimal amount, int pages) {
        register.notifyFee(number, FeeNotice.of(amount, pages));
        if (record(number).awaitsService(ServedPaper.UCRET_BILDIRIMI)) {
            register.serve(
                    number,
                    ServedPaper.UCRET_BILDIRIMI,
                    ServiceWay.POSTA,
                    LocalDate.ofInstant(clock.instant(), OfficeClock.ISTANBUL));
        }
    }

    void returns(String number) {
        completes("fen", number, ProcessNames.Elements.CEVAP_HAZIRLAMA, Map.of("birimKarari", "IADE"));
    }

    void approves(String number) {
        completes("halkla", number, ProcessNames.Elements.CEVAP_ONAYI, Map.of("onay", "ONAY"));
    }

    void asksForCorrection(String number) {
        completes("halkla", number, ProcessNames.Elements.CEVAP_ONAYI, Map.of("onay", "DUZELT"));
    }

    void managerDoes(String number, Map<String, Object> decision) {
        completes("yonetici", number, ProcessNames.Elements.YONETICI_MUDAHALESI, decision);
    }

    void directorDoes(String number, Map<String, Object> decision) {
        completes("mudur", number, ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI, decision);
    }

    /** Brings a new application to the unit, whatever the channel. */
    String atTheUnit(Channel channel) {
        String number = registered(channel, TOPIC, List.of("Telefon yok."));
        reviews(number, "KABUL");
        routes(number, UNIT);
        return number;
    }

    /** Brings a new application to the point where the answer is to be sent. */
    String approved(Channel channel) {
        String number = atTheUnit(channel);
        answers(number);
        approves(number);
        return number;
    }

    /** The limit's timer, as the engine has it now; null if it fired already. */
    @Nullable
    Instant limitTimer(String number) {
        return jobs(number, ProcessNames.Elements.SURE_DOLDU).stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant())
                .orElse(null);
    }

    /** When the timers of these instances are due, by the element that they stand at. */
    Map<String, List<Instant>> timers(List<ProcessInstance> instances) {
        return instances.stream()
                .flatMap(instance ->
                        managementService.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .collect(Collectors.groupingBy(
                        job -> elements.computeIfAbsent(
                                job.getJobDefinitionId(),
                                definition -> managementService
                                        .createJobDefinitionQuery()
                                        .jobDefinitionId(definition)
                                        .singleResult()
                                        .getActivityId()),
                        Collectors.mapping(job -> job.getDuedate().toInstant(), Collectors.toList())));
    }

    List<Job> jobs(String number, String activity) {
        return instances(number).stream()
                .flatMap(instance ->
                        managementService
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .list()
                                .stream())
                .toList();
    }

    void completes(String user, String number, String task, Map<String, Object> decision) {
        signedIn(user, () -> {
            taskService.complete(openTask(number, task).getId(), decision);
            return number;
        });
    }

    // What time does

    /** Lets time pass until the application has been late for a minute, and runs what became due of it. */
    void limitPasses(String number) {
        movesTo(register.get(number).deadline().lateFrom().plusSeconds(60));
        runsDueJobs(number);
    }

    /** The same; a job that fails is left to its retries. */
    void limitPassesWhileJobsFail(String number) {
        movesTo(register.get(number).deadline().lateFrom().plusSeconds(60));
        for (var job : dueJobs(number)) {
            try {
                managementService.executeJob(job.getId());
            } catch (RuntimeException failed) {
                // Its retries and its incident are what the test looks at.
            }
        }
    }

    void secondLimitPasses(String number) {
        var basvuru = register.get(number);
        movesTo(deadlines
                .secondLimit(
                        basvuru.channel(),
                        basvuru.counting(),
                        basvuru.deadline().lateFrom())
                .plusSeconds(60));
        runsDueJobs(number);
    }

    void movesTo(Instant instant) {
        clock.setOffset(Duration.between(Clock.systemUTC().instant(), instant));
        ClockUtil.offset(clock.offset().toMillis());
    }

    void backToRealTime() {
        clock.setOffset(Duration.ZERO);
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
    }

    /** Runs the application's due jobs, and those that become due by them, as the job executor would. */
    void runsDueJobs(String number) {
        SecurityContextHolder.clearContext();
        for (var due = dueJobs(number); !due.isEmpty(); due = dueJobs(number)) {
            managementService.executeJob(due.get(0).getId());
        }
    }

    List<Job> dueJobs(String number) {
        return jobs(number).stream()
                .filter(job -> job.getRetries() > 0)
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(Date.from(clock.instant())))
                .toList();
    }

    List<Job> jobs(String number) {
        return instances(number).stream()
                .flatMap(instance ->
                        managementService.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    // What one sees

    Basvuru record(String number) {
        return register.get(number);
    }

    Task openTask(String number, String task) {
        var found = tasks(number).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(task))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Open tasks " + task + " of " + number + ": " + found.size() + ", all open: "
                    + tasks(number).stream().map(Task::getTaskDefinitionKey).toList());
        }
        return found.get(0);
    }

    List<String> candidates(String number, String task) {
        return taskService.getIdentityLinksForTask(openTask(number, task).getId()).stream()
                .map(IdentityLink::getGroupId)
                .sorted()
                .toList();
    }

    List<String> openTasks(String number) {
        return tasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    private List<Task> tasks(String number) {
        return taskService.createTaskQuery().processInstanceBusinessKey(number).list();
    }

    /** Every open instance of the application, its escalation too. */
    List<ProcessInstance> instances(String number) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    ProcessInstance process(String number) {
        return instances(number).stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open process of " + number));
    }

    /** The application's escalation, which a call activity started. */
    ProcessInstance escalation(String number) {
        return instances(number).stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals(ProcessNames.Keys.GECIKME_YUKSELTME))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open escalation of " + number));
    }

    /** How often an element of the application's processes was entered. */
    long passes(String number, String element) {
        return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .mapToLong(instance -> historyService
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .count())
                .sum();
    }

    /** Whoever answers here is of both units; the others are known by their group's name. */
    <T> T signedIn(String user, java.util.function.Supplier<T> act) {
        var groups = user.equals("fen") ? new String[] {"birim-" + UNIT, "birim-" + OTHER_UNIT} : new String[] {user};
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, "-", groups));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}

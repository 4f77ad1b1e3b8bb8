package tr.muhatap.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.DecisionNote;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.RefusalGround;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.WorkCalendar;
import tr.muhatap.calendar.WorkingDays;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.Intake;
import tr.muhatap.intake.SubmissionRequest;
import tr.muhatap.intake.SubmissionRequest.ApplicantRequest;
import tr.muhatap.notification.Dispatcher;
import tr.muhatap.organization.Organization;
import tr.muhatap.organization.Topic;
import tr.muhatap.text.Texts;

/**
 * Generates the demonstration's data: some sixty applications of invented people over the last weeks, on every channel
 * and at every stage. They are registered by the intake and moved by the engine under a clock set back, so that limits,
 * escalations and histories are realistic.
 */
@Component
@Profile("demo")
class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    /** Makes the generated data reproducible. */
    private static final long SEED = 153_4982L;

    /** Age in days at which an application has passed both limits. */
    static final int LATE_DAYS = 15;

    static final int LATE_TWICE_DAYS = 22;

    private static final int MOST_RETRIES = 6;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 30);
    private static final List<String> FIRST_NAMES = List.of(
            "Ayşe", "İbrahim", "Gülçin", "Ömer", "Şükran", "Çağatay", "Iraz", "Uğur", "Nilüfer", "Barış", "Özlem",
            "Yiğit");
    private static final List<String> LAST_NAMES = List.of(
            "Işıldak", "Öztürkmen", "Çiçekli", "Güneşdoğdu", "Şahinbaş", "İnceoğlu", "Ağaçlı", "Üstündağ", "Kırçıl");

    /** How far an application is processed. */
    private enum Stage {
        REVIEW(3),
        ROUTING(4),
        AT_UNIT(6),
        RETURNED(5),
        APPROVAL(7),
        ANSWERED(12),
        REFUSED_AT_REVIEW(10),
        LATE(LATE_DAYS),
        LATE_TWICE(LATE_TWICE_DAYS);

        private final int daysAgo;

        Stage(int daysAgo) {
            this.daysAgo = daysAgo;
        }

        LocalDate receivedOn(LocalDate today, WorkCalendar calendar) {
            return this == LATE || this == LATE_TWICE
                    ? DemoDays.before(today, daysAgo, calendar)
                    : today.minusDays(daysAgo);
        }
    }

    private record Plan(Channel channel, Stage stage, int place) {

        /** 0 to 2, varying by channel and stage. */
        int variant() {
            return (List.of(Channel.values()).indexOf(channel) + stage.ordinal()) % 3;
        }
    }

    private record PlannedAction(Instant at, Runnable action) {}

    private final Intake intake;
    private final BasvuruRegister register;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final Organization organization;
    private final DemoClock demoClock;
    private final Dispatcher dispatcher;
    private final OfficeClock clock;
    private final WorkingDays workingDays;
    private final DemoProgress progress;

    DemoData(
            Intake intake,
            BasvuruRegister register,
            TaskService taskService,
            ManagementService managementService,
            Organization organization,
            DemoClock demoClock,
            Dispatcher dispatcher,
            OfficeClock clock,
            WorkingDays workingDays,
            DemoProgress progress) {
        this.intake = intake;
        this.register = register;
        this.taskService = taskService;
        this.managementService = managementService;
        this.organization = organization;
        this.demoClock = demoClock;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.workingDays = workingDays;
        this.progress = progress;
    }

    /** Called while the job executor is stopped. */
    void create() {
        var present = clock.offset();
        var now = clock.instant();
        var steps = new ArrayList<PlannedAction>();
        var random = new Random(SEED);
        int place = 0;
        for (var channel : Channel.values()) {
            for (var stage : Stage.values()) {
                plan(new Plan(channel, stage, place++), now, random, steps);
            }
        }
        try {
            steps.sort(Comparator.comparing(PlannedAction::at));
            for (int done = 0; done < steps.size(); done++) {
                var step = steps.get(done);
                progress.reaches(Texts.of("demo.demo-data.basvurular-olusturuluyor"), done, steps.size());
                moveTo(step.at(), now, present);
                step.action().run();
                settle();
            }
            moveTo(now, now, present);
        } finally {
            demoClock.move(present);
            SecurityContextHolder.clearContext();
            progress.ends();
        }
        runDueJobs();
        LOG.info("Tanıtım verisi hazır: {} başvuru", place);
    }

    private void plan(Plan plan, Instant now, Random random, List<PlannedAction> steps) {
        var topics = organization.topics().stream()
                .filter(topic -> plan.place() % 2 == 0
                        ? topic.unit().equals("fen-isleri") || topic.unit().equals("park-bahceler")
                        : true)
                .toList();
        var topic = topics.get(random.nextInt(topics.size()));
        var request = request(plan, topic, random);
        var received = plan.stage()
                .receivedOn(LocalDate.ofInstant(now, OfficeClock.ISTANBUL), workingDays.calendar())
                .atTime(OFFICE_OPENS.plusMinutes(random.nextInt(400)))
                .atZone(OfficeClock.ISTANBUL)
                .toInstant();
        var number = new String[1];
        steps.add(new PlannedAction(received, () -> {
            actAs(plan.channel() == Channel.ALO_153 ? "operator" : isDesk(plan.channel()) ? "masa" : "istemci");
            number[0] = intake.take(request).basvuru().number();
        }));
        if (plan.stage() == Stage.REVIEW || plan.stage() == Stage.LATE_TWICE) {
            return;
        }
        var review = received.plus(Duration.ofHours(5));
        if (plan.stage() == Stage.REFUSED_AT_REVIEW) {
            String decision = List.of("YETKISIZ", "MUKERRER", "ISLEME_KONULMAZ").get(plan.variant());
            steps.add(new PlannedAction(review, () -> review(number[0], decision, topic)));
            return;
        }
        steps.add(new PlannedAction(review, () -> review(number[0], "KABUL", topic)));
        if (plan.stage() == Stage.ROUTING) {
            return;
        }
        steps.add(new PlannedAction(
                received.plus(Duration.ofHours(26)),
                () -> complete(number[0], "Birime_Sevk", router(plan.channel()), Map.of("birim", topic.unit()))));
        if (plan.stage() == Stage.AT_UNIT || plan.stage() == Stage.LATE) {
            return;
        }
        if (plan.stage() == Stage.RETURNED) {
            steps.add(new PlannedAction(received.plus(Duration.ofHours(50)), () -> {
                actAs(unitUser(topic.unit()));
                register.noteReason(number[0], Texts.of("demo.demo-data.bu-konu-baska-bir-birimin"));
                complete(number[0], "Cevap_Hazirlama", unitUser(topic.unit()), Map.of("birimKarari", "IADE"));
            }));
            return;
        }
        steps.add(new PlannedAction(received.plus(Duration.ofHours(74)), () -> answer(number[0], plan, topic)));
        if (plan.stage() == Stage.ANSWERED) {
            steps.add(new PlannedAction(
                    received.plus(Duration.ofHours(98)),
                    () -> complete(number[0], "Cevap_Onayi", "halkla", Map.of("onay", "ONAY"))));
        }
    }

    private void review(String number, String decision, Topic topic) {
        var task = task(number, "On_Inceleme");
        if (task == null) {
            return;
        }
        var target = target(decision, number);
        String possible = decision.equals("MUKERRER") && target == null ? "ISLEME_KONULMAZ" : decision;
        if (!possible.equals("KABUL")) {
            actAs("halkla");
            register.noteDecision(number, new DecisionNote(reason(possible), possible, target));
        }
        complete(number, "On_Inceleme", "halkla", Map.of("onInceleme", possible, "konu", topic.code()));
    }

    /** Target of a decision: another body, or the newest earlier application. */
    private @Nullable String target(String decision, String number) {
        return switch (decision) {
            case "YETKISIZ" -> Texts.of("demo.demo-data.ornek-ilce-belediye-baskanligi");
            case "MUKERRER" -> newestOpenBefore(number);
            default -> null;
        };
    }

    private @Nullable String newestOpenBefore(String number) {
        return taskService.createTaskQuery().active().list().stream()
                .map(task -> String.valueOf(taskService.getVariable(task.getId(), "basvuruNo")))
                .filter(other -> other.compareTo(number) < 0)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String reason(String decision) {
        return switch (decision) {
            case "YETKISIZ" -> Texts.of("demo.demo-data.konu-ilce-belediyesinin-gorev-alanindadir");
            case "MUKERRER" -> Texts.of("demo.demo-data.ayni-konuda-daha-once-yaptiginiz");
            default -> Texts.of("demo.demo-data.dilekcede-belli-bir-konu-bulunmadigindan");
        };
    }

    private void answer(String number, Plan plan, Topic topic) {
        actAs(unitUser(topic.unit()));
        boolean refused = plan.channel() == Channel.BILGI_EDINME && plan.stage() == Stage.ANSWERED;
        boolean planned = plan.variant() == 0;
        register.saveDraft(
                number,
                refused
                        ? new Answer(
                                Outcome.KISMEN,
                                RefusalGround.MD_21,
                                Texts.of("demo.demo-data.istenen-bilgiler-ozel-hayata-iliskin"))
                        : new Answer(
                                planned ? Outcome.PROGRAMA_ALINDI : Outcome.OLUMLU,
                                null,
                                Texts.of(
                                        "demo.demo-data.konulu-basvurunuz-ekibimizce-yerinde-incelenmis",
                                        topic.name(),
                                        (planned
                                                ? Texts.of("demo.demo-data.onumuzdeki-ayin-programina-alinmistir")
                                                : Texts.of("demo.demo-data.geregi-yapilmistir")))));
        complete(number, "Cevap_Hazirlama", unitUser(topic.unit()), Map.of("birimKarari", "CEVAP"));
    }

    private SubmissionRequest request(Plan plan, Topic topic, Random random) {
        boolean information = plan.channel() == Channel.BILGI_EDINME;
        String first = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        String last = LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
        boolean unreachable = plan.channel() == Channel.DIJITAL && plan.stage() == Stage.ANSWERED;
        var applicant = new ApplicantRequest(
                "GERCEK",
                first,
                last,
                null,
                nationalId(random),
                null,
                null,
                null,
                plan.variant() == 0 || unreachable
                        ? null
                        : "0532 %03d %02d %02d".formatted(100 + plan.place(), plan.place(), 11),
                unreachable
                        ? "vatandas@ulasilamaz.example"
                        : plan.variant() == 0 ? "vatandas%d@ornek.example".formatted(plan.place()) : null,
                null,
                false);
        boolean withTopic = plan.stage() != Stage.REVIEW && plan.stage() != Stage.REFUSED_AT_REVIEW;
        return new SubmissionRequest(
                plan.channel().name(),
                plan.channel() == Channel.DIJITAL ? "WEB" : null,
                information ? "BILGI_ISTEMI" : plan.place() % 4 == 0 ? "TALEP" : "SIKAYET",
                withTopic ? topic.code() : null,
                information
                        ? Texts.of("demo.demo-data.hakkinda-bilgi-edinme-basvurusu", topic.name())
                        : Texts.of("demo.demo-data.hakkinda-basvuru", topic.name()),
                information
                        ? Texts.of("demo.demo-data.mahallemizde-icin-son-iki-yilda", topic.name())
                        : Texts.of("demo.demo-data.mahallemizde-konusunda-bir-sorun-yasiyoruz", topic.name()),
                applicant,
                information ? "ELEKTRONIK" : null,
                null,
                plan.channel() == Channel.CIMER || plan.channel() == Channel.ACIK_KAPI
                        ? "DEMO-%d".formatted(1_000 + plan.place())
                        : null,
                null,
                null,
                null,
                null);
    }

    private void complete(String number, String element, String user, Map<String, Object> variables) {
        var task = task(number, element);
        if (task == null) {
            throw new IllegalStateException("No task " + element + " of " + number);
        }
        actAs(user);
        taskService.claim(task, user);
        taskService.complete(task, variables);
    }

    private @Nullable String task(String number, String element) {
        var task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
        return task == null ? null : task.getId();
    }

    /** Advances to an instant; timers due before it fire at their own time. */
    private void moveTo(Instant at, Instant now, Duration present) {
        for (var due = nextTimer(at); due != null; due = nextTimer(at)) {
            setBack(due.toInstant(), now, present);
            settle();
        }
        setBack(at, now, present);
        settle();
    }

    /** Runs due jobs and sends waiting messages until none are left. */
    private void settle() {
        do {
            runDueJobs();
        } while (dispatcher.sendDue() > 0);
    }

    private void setBack(Instant at, Instant now, Duration present) {
        demoClock.move(present.minus(Duration.between(at, now)));
    }

    /** Due date of the next timer before an instant; null if there is none. */
    private @Nullable Date nextTimer(Instant before) {
        return managementService
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(before))
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(Job::getDuedate)
                .orElse(null);
    }

    /** Runs due jobs, earliest first, until none is left; failing jobs are retried as often as by the engine. */
    private void runDueJobs() {
        SecurityContextHolder.clearContext();
        List<Job> due;
        do {
            due = managementService
                    .createJobQuery()
                    .executable()
                    .active()
                    .orderByJobDuedate()
                    .asc()
                    .list();
            due.forEach(this::run);
        } while (!due.isEmpty());
    }

    private void run(Job job) {
        for (int attempt = 0; attempt < MOST_RETRIES; attempt++) {
            int left = retries(job);
            if (left == 0) {
                return;
            }
            try {
                managementService.executeJob(job.getId());
                return;
            } catch (RuntimeException failed) {
                LOG.debug("Job {} failed", job.getId(), failed);
                if (retries(job) == left) {
                    // Postponed, not failed
                    return;
                }
            }
        }
    }

    private int retries(Job job) {
        var now = managementService.createJobQuery().jobId(job.getId()).singleResult();
        return now == null ? 0 : now.getRetries();
    }

    private static void actAs(String user) {
        String group = DemoUsers.ALL.stream()
                .filter(person -> person.id().equals(user))
                .map(DemoUsers.Person::group)
                .findFirst()
                .orElse(Groups.CAMUNDA_ADMIN);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(group)));
        SecurityContextHolder.setContext(context);
    }

    private static String router(Channel channel) {
        return channel == Channel.BILGI_EDINME ? "bilgi" : "halkla";
    }

    private static boolean isDesk(Channel channel) {
        return channel == Channel.BEYAZ_MASA || channel == Channel.BEYAZ_MASA_MOBIL;
    }

    private static String unitUser(String unit) {
        return unit.equals("fen-isleri") ? "fen" : unit.equals("park-bahceler") ? "park" : "admin";
    }

    /** A random number with valid check digits. */
    private static String nationalId(Random random) {
        int[] digits = new int[11];
        digits[0] = 1;
        for (int i = 1; i < 9; i++) {
            digits[i] = random.nextInt(10);
        }
        int odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
        int even = digits[1] + digits[3] + digits[5] + digits[7];
        digits[9] = Math.floorMod(odd * 7 - even, 10);
        digits[10] = (odd + even + digits[9]) % 10;
        var number = new StringBuilder();
        for (int digit : digits) {
            number.append(digit);
        }
        return number.toString();
    }
}

package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tr.muhatap.MuhatapApplication;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.NaiveLife;
import tr.muhatap.basvuru.Status;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.NaiveCalendar;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/**
 * An office at random: many applications at once, worked on, extended, charged, withdrawn, reopened, while days pass,
 * holidays change and the program stops and starts again on the same database. After every step each record, its
 * process, its timers, its tasks and its history are what a naive model says.
 */
@Tag("engine")
class OfficeLivesTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-05-18");
    private static final int MOST_APPLICATIONS = 20;
    private static final int MOST_RESTARTS = 2;

    private @Nullable World world;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void recordProcessTimerTaskAndHistoryAreAlwaysOne(@ForAll("days") ActionChain<World> days) {
        days.withInvariant("as the model says", World::isAsTheModelSays).run();
    }

    @AfterTry
    void closesTheOffice() {
        if (world != null) {
            world.close();
        }
    }

    @Provide
    Arbitrary<ActionChain<World>> days() {
        return ActionChain.startWith(() -> world = new World())
                .withAction(3, act("register", (w, life, choice) -> w.registers(choice)))
                .withAction(12, act("work", World::works))
                .withAction(5, act("law", World::turns))
                .withAction(1, act("withdraw", (w, life, choice) -> w.withdraws(life)))
                .withAction(2, act("escalation", World::managersAct))
                .withAction(4, act("days", (w, life, choice) -> w.movesOn(1 + choice % 4)))
                .withAction(2, act("holiday", (w, life, choice) -> w.togglesHoliday(choice % 40)))
                .withAction(1, act("restart", (w, life, choice) -> w.restarts(choice % 4)))
                .withMaxTransformations(400);
    }

    private interface Act {
        void on(World world, int life, int choice);
    }

    private static Action.Independent<World> act(String name, Act act) {
        var number = Arbitraries.integers().between(0, 10_000);
        return () -> Combinators.combine(number, number)
                .as((life, choice) ->
                        Transformer.mutate(name + " " + life + "/" + choice, world -> act.on(world, life, choice)));
    }

    /** One application next to its model. */
    private static final class Life {

        private final String number;
        private final NaiveLife model;
        private final List<String> history = new ArrayList<>(List.of("Alindi"));
        private int level;
        private final List<String> escalationTasks = new ArrayList<>();

        Life(String number, NaiveLife model) {
            this.number = number;
            this.model = model;
        }

        /** It is closed, and every task with it. */
        void ends(LocalDate today) {
            model.closes(today);
            history.add("Kapandi");
            escalationTasks.clear();
        }

        /** Its limit, or the second alone, moved into the future: what was brought to the managers is taken back. */
        void isNotLateAnyMore(Instant now) {
            if (level > 0 && model.isOpen() && now.isBefore(model.lateFrom())) {
                level = 0;
                escalationTasks.clear();
                history.add("YukseltmeGeriAlindi");
            } else if (level == 2 && model.isOpen() && now.isBefore(model.secondLimit())) {
                level = 1;
                escalationTasks.remove(ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI);
                history.add("YukseltmeGeriAlindi");
            }
        }

        void escalates(int to) {
            for (; level < to; level++) {
                history.add(level == 0 ? "SuresiDoldu" : "IkinciSureDoldu");
                escalationTasks.add(
                        level == 0
                                ? ProcessNames.Elements.YONETICI_MUDAHALESI
                                : ProcessNames.Elements.SUBE_MUDURU_MUDAHALESI);
            }
        }
    }

    /** The whole program next to the model of everything in it. */
    static final class World {

        private static final Set<String> MESSAGES = Set.of("MesajIletildi", "ElleIletildi");

        private final Path folder = temporaryFolder();
        private final NaiveCalendar calendar = new NaiveCalendar();
        private final List<Life> lives = new ArrayList<>();
        private LocalDate today = FIRST_DAY;
        private int restarts;
        private ConfigurableApplicationContext program = start();

        // What happens

        void registers(int choice) {
            if (lives.size() < MOST_APPLICATIONS) {
                var channel = choice % 3 == 0 ? Channel.CIMER : Channel.BILGI_EDINME;
                lives.add(new Life(
                        office().registered(channel),
                        new NaiveLife(channel, today, calendar::isFree, calendar::isFreeForTheCitizen)));
            }
        }

        void works(int which, int choice) {
            if (lives.isEmpty()) {
                return;
            }
            var life = lives.get(which % lives.size());
            boolean otherwise = choice % 4 == 0;
            switch (life.model.status()) {
                case ON_INCELEMEDE -> reviews(life, otherwise);
                case SEVK_BEKLIYOR -> {
                    office().routes(life.number, OfficeFixture.UNIT);
                    done(life, Status.BIRIMDE, "SevkEdildi");
                }
                case BIRIMDE -> {
                    if (otherwise) {
                        office().returns(life.number);
                        done(life, Status.SEVK_BEKLIYOR, "IadeEdildi");
                    } else {
                        office().answers(life.number);
                        done(life, Status.ONAYDA, "CevapHazirlandi");
                    }
                }
                case ONAYDA -> {
                    if (otherwise) {
                        office().asksForCorrection(life.number);
                        done(life, Status.BIRIMDE, "DuzeltmeIstendi");
                    } else {
                        office().approves(life.number);
                        done(life, Status.CEVAPLANDI, "Onaylandi");
                    }
                }
                case CEVAPLANDI -> jobsRun();
                default -> {
                    // Waits for the citizen, or is over.
                }
            }
        }

        private void reviews(Life life, boolean incomplete) {
            if (!incomplete) {
                office().reviews(life.number, "KABUL");
                done(life, Status.SEVK_BEKLIYOR, "Incelendi");
                return;
            }
            office().reviews(life.number, "EKSIK");
            life.history.add("Incelendi");
            life.model.isFoundIncomplete(today);
            if (life.model.isOpen()) {
                life.history.add("EksikBildirildi");
            } else {
                life.ends(today);
            }
        }

        private static void done(Life life, Status place, String action) {
            life.model.goesTo(place);
            life.history.add(action);
        }

        /** Mostly a step that the law allows now, sometimes one that it forbids. */
        void turns(int which, int choice) {
            if (lives.isEmpty()) {
                return;
            }
            var steps = lawOf(lives.get(which % lives.size())).stream()
                    .filter(step -> step.allowed() == (choice % 3 > 0))
                    .toList();
            if (!steps.isEmpty()) {
                steps.get(choice / 3 % steps.size()).isTaken();
                lives.get(which % lives.size()).isNotLateAnyMore(now());
            }
        }

        void withdraws(int which) {
            if (!lives.isEmpty()) {
                var life = lives.get(which % lives.size());
                new Step(
                                life.model.isOpen(),
                                () -> program.getBean(BasvuruRegister.class).withdraw(life.number, null, "vatandaş"),
                                () -> {
                                    life.history.add("GeriCekildi");
                                    life.ends(today);
                                })
                        .isTaken();
            }
        }

        private record Step(boolean allowed, Runnable taken, Runnable then) {

            void isTaken() {
                if (allowed) {
                    taken.run();
                    then.run();
                } else {
                    assertThatThrownBy(taken::run).isInstanceOf(RuleViolationException.class);
                }
            }
        }

        private List<Step> lawOf(Life life) {
            var model = life.model;
            var register = program.getBean(BasvuruRegister.class);
            return List.of(
                    new Step(
                            model.mayBeExtendedByPost(today),
                            () -> register.extend(life.number, ExtensionGround.BASKA_BIRIM, "Arşiv."),
                            () -> {
                                model.isExtended();
                                life.history.add("SureUzatildi");
                            }),
                    new Step(
                            model.mayBeCharged(today),
                            () -> office().notifiesFee(life.number, BigDecimal.TEN, 40),
                            () -> {
                                model.isCharged(today);
                                life.history.addAll(
                                        List.of("UcretBildirildi", "TebligEdildi", "OdemeSuresiBelirlendi"));
                            }),
                    new Step(model.mayBePaid(today), () -> register.pay(life.number, today, "MAK-1"), () -> {
                        model.isPaid(today);
                        life.history.add("UcretOdendi");
                    }),
                    new Step(
                            model.isAt(Status.EKSIK_BEKLIYOR),
                            () -> register.complete(life.number, "Adresim şu.", "vatandaş"),
                            () -> done(life, Status.ON_INCELEMEDE, "EksikTamamlandi")),
                    new Step(
                            model.mayBeReopened(today), () -> register.reopen(life.number, "Yine.", "vatandaş"), () -> {
                                model.isReopened(today);
                                life.level = 0;
                                life.history.add("YenidenAcildi");
                            }));
        }

        void managersAct(int which, int choice) {
            var escalated = lives.stream()
                    .filter(life -> !life.escalationTasks.isEmpty())
                    .toList();
            if (!escalated.isEmpty()) {
                var life = escalated.get(which % escalated.size());
                var task = life.escalationTasks.remove(choice % life.escalationTasks.size());
                office().completes("yonetici", life.number, task, Map.of("mudahale", "UYAR"));
                life.history.add("BirimUyarildi");
            }
        }

        void movesOn(int days) {
            today = today.plusDays(days);
            office().movesTo(now());
            jobsRun();
        }

        void togglesHoliday(int days) {
            var day = today.minusDays(10).plusDays(days);
            var before = lives.stream().map(World::limits).toList();
            HolidaysFixture.changes(program, day, calendar.toggle(day));
            lives.forEach(life -> life.model.holidaysChanged());
            for (int i = 0; i < lives.size(); i++) {
                if (!before.get(i).equals(limits(lives.get(i)))) {
                    lives.get(i).history.add("TatilSureyiDegistirdi");
                }
                lives.get(i).isNotLateAnyMore(now());
            }
            jobsRun();
        }

        /** What a change of the holiday table can move. */
        private static List<Instant> limits(Life life) {
            if (!life.model.isOpen()) {
                return List.of();
            }
            return Stream.of(
                            Optional.of(life.model.lateFrom()),
                            Optional.ofNullable(life.level > 0 ? life.model.secondLimit() : null),
                            Optional.ofNullable(life.model.unpaidFrom()),
                            Optional.ofNullable(life.model.incompleteFrom()))
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** The program stops, some days pass, it starts again. */
        void restarts(int daysDown) {
            if (restarts < MOST_RESTARTS) {
                restarts++;
                program.close();
                program = start();
                movesOn(daysDown);
            }
        }

        /**
         * What became due runs; two things due at once may come in either order, but nothing twice and nothing after
         * the end.
         */
        private void jobsRun() {
            for (var life : lives) {
                office().runsDueJobs(life.number);
                if (!life.model.isOpen()) {
                    continue;
                }
                boolean ends = life.model.lapsesBy(today) || life.model.isAt(Status.CEVAPLANDI);
                int due = levelDue(life);
                int reached = ends ? Math.min(due, office().record(life.number).escalationLevel()) : due;
                life.escalates(reached);
                if (ends) {
                    life.ends(today);
                }
            }
        }

        private int levelDue(Life life) {
            if (life.level == 0 && now().isBefore(life.model.lateFrom())) {
                return 0;
            }
            return life.level < 2 && now().isBefore(life.model.secondLimit()) ? 1 : 2;
        }

        // What is seen

        void isAsTheModelSays() {
            lives.forEach(this::isAsItsModelSays);
        }

        private void isAsItsModelSays(Life life) {
            var model = life.model;
            var record = office().record(life.number);
            assertThat(record.status()).as("status of " + life.number).isEqualTo(model.status());
            assertThat(office().openTasks(life.number))
                    .as("open tasks of " + life.number)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.ofNullable(taskAt(model.status())), life.escalationTasks.stream())
                                    .toList());
            assertThat(program.getBean(History.class).of(life.number).stream()
                            .map(History.Entry::action)
                            .filter(action -> !MESSAGES.contains(action)))
                    .as("history of " + life.number)
                    .containsExactlyElementsOf(life.history);
            var instances = office().instances(life.number);
            if (!model.isOpen()) {
                assertThat(instances).as("open processes").isEmpty();
                return;
            }
            assertThat(instances.stream()
                            .filter(instance ->
                                    instance.getRootProcessInstanceId().equals(instance.getProcessInstanceId())))
                    .as("open processes of " + life.number)
                    .hasSize(1);
            assertThat(record.deadline().lateFrom()).as("limit").isEqualTo(model.lateFrom());
            assertThat(record.escalationLevel()).as("level").isEqualTo(life.level);
            var timers = office().timers(instances);
            assertThat(timers.getOrDefault(ProcessNames.Elements.SURE_DOLDU, List.of()))
                    .as("timer of " + life.number)
                    .isEqualTo(life.level == 0 ? List.of(model.lateFrom()) : List.of());
            assertThat(timers.getOrDefault(ProcessNames.Elements.IKINCI_SINIR, List.of()))
                    .as("second timer of " + life.number)
                    .isEqualTo(life.level == 1 ? List.of(model.secondLimit()) : List.of());
            assertThat(timers.getOrDefault(ProcessNames.Elements.UCRET_SURESI_DOLDU, List.of()))
                    .as("lapse of " + life.number)
                    .isEqualTo(Stream.ofNullable(model.unpaidFrom()).toList());
            assertThat(timers.getOrDefault(ProcessNames.Elements.EKSIK_SURESI_DOLDU, List.of()))
                    .as("end of the wait of " + life.number)
                    .isEqualTo(Stream.ofNullable(model.incompleteFrom()).toList());
        }

        private static @Nullable String taskAt(Status status) {
            return switch (status) {
                case ON_INCELEMEDE -> ProcessNames.Elements.ON_INCELEME;
                case SEVK_BEKLIYOR -> ProcessNames.Elements.BIRIME_SEVK;
                case BIRIMDE -> ProcessNames.Elements.CEVAP_HAZIRLAMA;
                case ONAYDA -> ProcessNames.Elements.CEVAP_ONAYI;
                default -> null;
            };
        }

        // The program

        private OfficeFixture office() {
            return program.getBean(OfficeFixture.class);
        }

        /** Time never goes back: a restart takes an hour, on the same day too. */
        private Instant now() {
            return today.atTime(10, 15)
                    .plusHours(restarts)
                    .atZone(OfficeClock.ISTANBUL)
                    .toInstant();
        }

        private ConfigurableApplicationContext start() {
            var started = new SpringApplicationBuilder(MuhatapApplication.class, OfficeFixture.class)
                    .profiles("process-test")
                    .run(
                            "--server.port=0",
                            "--camunda.bpm.job-execution.enabled=false",
                            // Its apps would take a register of all contexts with them when they stop.
                            "--camunda.bpm.webapp.enabled=false",
                            "--spring.jmx.enabled=false",
                            "--muhatap.access.password-iterations=1000",
                            "--muhatap.rules.recalculation-sweep=P1D",
                            "--muhatap.notification.digest-sweep=P1D",
                            "--spring.datasource.url=jdbc:h2:file:"
                                    + folder.resolve("muhatap").toAbsolutePath());
            started.getBean(OfficeFixture.class).movesTo(now());
            return started;
        }

        void close() {
            office().backToRealTime();
            program.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("muhatap-lives");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}

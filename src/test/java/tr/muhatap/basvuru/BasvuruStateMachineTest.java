package tr.muhatap.basvuru;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import tr.muhatap.calendar.NaiveCalendar;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.PeriodOf;
import tr.muhatap.channel.Channel;
import tr.muhatap.deadline.DayUnit;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandardsFixture;
import tr.muhatap.problem.Refusal;
import tr.muhatap.problem.RuleViolationException;

/**
 * Random sequences of steps on an application, compared with a deliberately naive model: what the model allows
 * succeeds, what it forbids is refused, and after every step status, limit and history equal the model's.
 */
class BasvuruStateMachineTest {

    private static final RuleSettings RULES = new RuleSettings(RuleSettings.FeeRestart.FRESH, 10, 7, 30, 3, 15, 5);
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-05-18");

    @Property(tries = 300)
    void everyLifeIsAsTheModelSays(@ForAll("lives") ActionChain<World> life) {
        life.withInvariant("the record is as the model says", World::isAsTheModelSays)
                .run();
    }

    @Provide
    Arbitrary<ActionChain<World>> lives() {
        return Arbitraries.of(Channel.BILGI_EDINME, Channel.CIMER)
                .flatMap(channel -> ActionChain.startWith(() -> new World(channel))
                        .withAction(step("accept", is(Status.ON_INCELEMEDE), w -> {
                            BasvuruFixture.review(w.record, ReviewDecision.KABUL, null);
                            w.model.goesTo(Status.SEVK_BEKLIYOR);
                        }))
                        .withAction(step("find incomplete", is(Status.ON_INCELEMEDE), w -> {
                            w.record.review(ReviewDecision.EKSIK, null, w.completeUntil(), "masa", w.now());
                            w.model.isFoundIncomplete(w.today);
                        }))
                        .withAction(step("complete", LegalStep.COMPLETION, is(Status.EKSIK_BEKLIYOR), w -> {
                            w.record.complete("Adresim şu.", "vatandaş", w.now());
                            w.model.goesTo(Status.ON_INCELEMEDE);
                        }))
                        .withAction(step("route", is(Status.SEVK_BEKLIYOR), w -> {
                            w.record.route("fen-isleri", "halkla", w.now());
                            w.model.goesTo(Status.BIRIMDE);
                        }))
                        .withAction(step("return", is(Status.BIRIMDE), w -> {
                            w.record.returnToRouting("fen", w.now());
                            w.model.goesTo(Status.SEVK_BEKLIYOR);
                        }))
                        .withAction(step("answer", is(Status.BIRIMDE), w -> {
                            w.record.draft(new Answer(Outcome.OLUMLU, null, "Yapıldı."));
                            w.record.submitAnswer("fen", w.now());
                            w.model.goesTo(Status.ONAYDA);
                        }))
                        .withAction(step("approve", is(Status.ONAYDA), w -> {
                            w.record.approve("halkla", w.now());
                            w.model.goesTo(Status.CEVAPLANDI);
                        }))
                        .withAction(step("correct", is(Status.ONAYDA), w -> {
                            w.record.requestCorrection("halkla", w.now());
                            w.model.goesTo(Status.BIRIMDE);
                        }))
                        .withAction(always("deliver", Arbitraries.just(0), (w, ignored) -> w.deliver()))
                        .withAction(step("extend", LegalStep.EXTENSION, w -> w.model.mayBeExtended(w.today), w -> {
                            w.record.extend(
                                    ExtensionGround.BASKA_BIRIM,
                                    "Arşiv.",
                                    ServiceWay.ELEKTRONIK,
                                    w.deadlines,
                                    "bilgi",
                                    w.now());
                            w.model.isExtended();
                        }))
                        .withAction(step("charge", LegalStep.FEE, w -> w.model.mayBeCharged(w.today), w -> {
                            w.record.notifyFee(
                                    FeeNotice.of(BigDecimal.TEN, 40),
                                    ServiceWay.ELEKTRONIK,
                                    RULES,
                                    w.deadlines,
                                    "bilgi",
                                    w.now());
                            w.model.isCharged(w.today);
                        }))
                        .withAction(step("pay", LegalStep.PAYMENT, w -> w.model.mayBePaid(w.today), w -> {
                            w.record.pay(w.today, "MAK-1", RULES, w.deadlines, "bilgi", w.now());
                            w.model.isPaid(w.today);
                        }))
                        .withAction(step("withdraw", LegalStep.WITHDRAWAL, w -> w.model.isOpen(), w -> {
                            w.record.withdraw(null, "vatandaş", w.now());
                            w.model.closes(w.today);
                        }))
                        .withAction(step("reopen", LegalStep.REOPENING, w -> w.model.mayBeReopened(w.today), w -> {
                            w.record.reopen("Yine.", RULES, w.deadlines, "vatandaş", w.now());
                            w.model.isReopened(w.today);
                        }))
                        .withAction(step(
                                "answer meanwhile",
                                LegalStep.INTERIM_ANSWER,
                                w -> w.model.isOpen() && !w.model.isAt(Status.CEVAPLANDI),
                                w -> w.record.answerMeanwhile("Keşif yapıldı.", "bilgi", w.now())))
                        .withAction(step(
                                "join", LegalStep.DUPLICATE_OF, w -> w.model.isOpen() && !w.joined, World::isJoined))
                        .withAction(step("object", LegalStep.APPEAL, World::mayObject, World::objects))
                        .withAction(step(
                                "the Board asks",
                                LegalStep.APPEAL_REQUEST,
                                w -> w.first(Objection.FILED) != null,
                                World::isAsked))
                        .withAction(step(
                                "answer the Board",
                                LegalStep.APPEAL_ANSWER,
                                w -> w.first(Objection.FILED, Objection.ASKED) != null,
                                World::answersTheBoard))
                        .withAction(step(
                                "the Board decides",
                                LegalStep.APPEAL_OUTCOME,
                                w -> w.first(Objection.FILED, Objection.ASKED, Objection.ANSWERED) != null,
                                World::isDecided))
                        .withAction(always("move on", Arbitraries.integers().between(1, 9), World::moveOn))
                        .withAction(always(
                                "change the holidays", Arbitraries.integers().between(0, 60), World::toggle))
                        .withMaxTransformations(40));
    }

    private static Predicate<World> is(Status status) {
        return world -> world.model.isAt(status);
    }

    /** A step that the model allows or forbids; a forbidden one has to be refused without any change. */
    private static Action.Independent<World> step(String name, Predicate<World> allowed, Consumer<World> taken) {
        return step(name, null, allowed, taken);
    }

    /** A legal step, which is offered if and only if it is not refused. */
    private static Action.Independent<World> step(
            String name, @Nullable LegalStep ofLaw, Predicate<World> allowed, Consumer<World> taken) {
        return always(name, Arbitraries.just(0), (world, ignored) -> {
            if (ofLaw != null) {
                assertThat(world.record
                                .possibleSteps(RULES, world.around(), world.now())
                                .contains(ofLaw))
                        .as(name + " is offered")
                        .isEqualTo(allowed.test(world));
            }
            int before = world.events();
            if (allowed.test(world)) {
                taken.accept(world);
                assertThat(world.events()).as(name + " leaves its event").isGreaterThan(before);
            } else {
                assertThatThrownBy(() -> taken.accept(world)).as(name).isInstanceOf(RuleViolationException.class);
                assertThat(world.events()).as(name + " refused").isEqualTo(before);
            }
        });
    }

    private static Action.Independent<World> always(
            String name, Arbitrary<Integer> values, BiConsumer<World, Integer> act) {
        return () -> values.map(value -> Transformer.mutate(name + " " + value, world -> act.accept(world, value)));
    }

    private enum Objection {
        FILED,
        ASKED,
        ANSWERED,
        DECIDED
    }

    /** The record and its model. */
    static final class World {

        private boolean joined;
        private final Map<String, Itiraz> objections = new LinkedHashMap<>();
        private final Map<String, Objection> objected = new LinkedHashMap<>();
        private final Channel channel;

        private final NaiveCalendar calendar = new NaiveCalendar();
        private final NaiveLife model;
        private final Basvuru record;
        private Deadlines deadlines = newDeadlines();
        private LocalDate today = FIRST_DAY;

        World(Channel channel) {
            this.channel = channel;
            model = new NaiveLife(channel, FIRST_DAY, calendar::isFree, calendar::isFreeForTheCitizen);
            record = BasvuruFixture.registered(channel);
        }

        private Deadlines newDeadlines() {
            var workCalendar = calendar.toWorkCalendar();
            return new Deadlines(new ServiceStandardsFixture(), () -> workCalendar);
        }

        Instant now() {
            return today.atTime(10, 15).atZone(OfficeClock.ISTANBUL).toInstant();
        }

        /** Against the silence about an open request, or the end of a closed one; each once until it is decided. */
        boolean mayObject() {
            return channel == Channel.BILGI_EDINME
                    && (!model.isOpen() || model.isSilent(today))
                    && objected.entrySet().stream()
                            .noneMatch(one -> one.getKey().startsWith(matter()) && one.getValue() != Objection.DECIDED);
        }

        private String matter() {
            return (model.isOpen() ? "silence " : "answer ") + record.reopenings() + " ";
        }

        int events() {
            return BasvuruFixture.events(record).size()
                    + objections.values().stream()
                            .mapToInt(one -> BasvuruFixture.events(one).size())
                            .sum();
        }

        RuleContext around() {
            return new RuleContext(false, List.copyOf(objections.values()), ServiceWay.ELEKTRONIK);
        }

        /** The oldest objection in one of some states; null if there is none. */
        @Nullable
        String first(Objection... states) {
            return objected.entrySet().stream()
                    .filter(one -> List.of(states).contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }

        private Itiraz taken(Objection next, Objection... states) {
            String which = first(states);
            if (which == null) {
                // The record's counterpart
                Refusal.check(LegalRules.unlessAppealed(around().objections()));
                Refusal.check(
                        next == Objection.ASKED
                                ? LegalRules.whyNotRequest(around().objections())
                                : LegalRules.whyNotAnswerBoard(around().objections()));
                throw new AssertionError("Not refused: " + next);
            }
            objected.put(which, next);
            return requireNonNull(objections.get(which));
        }

        void isJoined() {
            record.join(BasvuruFixture.registered("2026-000999", channel, null), false, "halkla", now());
            joined = true;
        }

        void objects() {
            var filed = Itiraz.file(
                    record,
                    around().objections(),
                    new Itiraz.Filing(today, "K-1", model.isOpen() ? null : today, null),
                    deadlines,
                    "bilgi",
                    now());
            String name = matter() + objections.size();
            objections.put(name, filed);
            objected.put(name, Objection.FILED);
        }

        void isAsked() {
            taken(Objection.ASKED, Objection.FILED).request(today, deadlines, "bilgi", now());
        }

        void answersTheBoard() {
            taken(Objection.ANSWERED, Objection.FILED, Objection.ASKED).answer(today, "bilgi", now());
        }

        void isDecided() {
            taken(Objection.DECIDED, Objection.FILED, Objection.ASKED, Objection.ANSWERED)
                    .decide(AppealOutcome.RET, "bilgi", now());
        }

        Deadline completeUntil() {
            return deadlines.period(PeriodOf.CITIZEN, today, 7, DayUnit.GUN, "Ayar");
        }

        /** Sending is repeated after a failure; on a closed application it has no effect. */
        void deliver() {
            if (model.isAt(Status.CEVAPLANDI)) {
                record.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", now());
                model.closes(today);
            } else if (model.isOpen()) {
                assertThatThrownBy(() -> record.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", now()))
                        .isInstanceOf(RuleViolationException.class);
            } else {
                record.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", now());
            }
        }

        void moveOn(int days) {
            today = today.plusDays(days);
            if (model.lapsesBy(today)) {
                record.lapseUnpaid("sistem", now());
                record.lapseIncomplete("sistem", now());
                model.closes(today);
            }
        }

        void toggle(int days) {
            calendar.toggle(FIRST_DAY.plusDays(days));
            deadlines = newDeadlines();
            model.holidaysChanged();
            record.recalculate(List.of(), deadlines, "surec", now());
            moveOn(0);
        }

        void isAsTheModelSays() {
            assertThat(record.status()).isEqualTo(model.status());
            assertThat(record.isOpen()).isEqualTo(model.isOpen());
            if (record.isOpen()) {
                assertThat(record.deadline().lastDay()).isEqualTo(model.lastDay());
                assertThat(record.deadline().lateFrom()).isEqualTo(model.lateFrom());
            } else {
                assertThat(record.outcome()).isNotNull();
                assertThat(record.closedAt()).isNotNull();
            }
            if (record.isOpen()) {
                assertThat(record.unpaidFrom()).isEqualTo(model.unpaidFrom());
                assertThat(record.incompleteUntil()).isEqualTo(model.incompleteFrom());
            }
            var events = BasvuruFixture.events(record);
            assertThat(events.get(0)).isInstanceOf(BasvuruEvent.Alindi.class);
            assertThat(count(BasvuruEvent.Kapandi.class) - count(BasvuruEvent.YenidenAcildi.class))
                    .as("closed once more than reopened, or as often")
                    .isEqualTo(record.isOpen() ? 0 : 1);
        }

        private long count(Class<? extends BasvuruEvent> type) {
            return BasvuruFixture.events(record).stream()
                    .filter(type::isInstance)
                    .count();
        }
    }
}

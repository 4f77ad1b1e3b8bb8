package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tr.muhatap.calendar.CountingRules;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.calendar.WorkCalendar;
import tr.muhatap.deadline.Channel;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandardsFixture;
import tr.muhatap.problem.RuleViolationException;

/**
 * Random lives of an application against a deliberately naive model beside it: what the model allows happens, what it forbids
 * is refused, and after every step place, limit and history are what the model says.
 */
class BasvuruStateMachineTest {

    private static final RuleSettings RULES = new RuleSettings(RuleSettings.FeeRestart.FRESH, 10, 7, 30, 3, 15);
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
                            w.status = Status.SEVK_BEKLIYOR;
                        }))
                        .withAction(step("find incomplete", is(Status.ON_INCELEMEDE), w -> {
                            w.record.review(ReviewDecision.EKSIK, null, w.completeUntil(), "masa", w.now());
                            w.status = w.channel == Channel.BILGI_EDINME ? Status.KAPANDI : Status.EKSIK_BEKLIYOR;
                            w.closedOn = w.today;
                        }))
                        .withAction(step("complete", is(Status.EKSIK_BEKLIYOR), w -> {
                            w.record.complete("Adresim şu.", "vatandaş", w.now());
                            w.status = Status.ON_INCELEMEDE;
                        }))
                        .withAction(step("route", is(Status.SEVK_BEKLIYOR), w -> {
                            w.record.route("fen-isleri", "halkla", w.now());
                            w.status = Status.BIRIMDE;
                        }))
                        .withAction(step("return", is(Status.BIRIMDE), w -> {
                            w.record.returnToRouting("fen", w.now());
                            w.status = Status.SEVK_BEKLIYOR;
                        }))
                        .withAction(step("answer", is(Status.BIRIMDE), w -> {
                            w.record.draft(new Answer(Outcome.OLUMLU, null, "Yapıldı."));
                            w.record.submitAnswer("fen", w.now());
                            w.status = Status.ONAYDA;
                        }))
                        .withAction(step("approve", is(Status.ONAYDA), w -> {
                            w.record.approve("halkla", w.now());
                            w.status = Status.CEVAPLANDI;
                        }))
                        .withAction(step("correct", is(Status.ONAYDA), w -> {
                            w.record.requestCorrection("halkla", w.now());
                            w.status = Status.BIRIMDE;
                        }))
                        .withAction(always("deliver", Arbitraries.just(0), (w, ignored) -> w.deliver()))
                        .withAction(step("extend", World::mayExtend, w -> {
                            w.record.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", w.deadlines, "bilgi", w.now());
                            w.extended = true;
                        }))
                        .withAction(step("charge", World::mayCharge, w -> {
                            w.record.notifyFee(BigDecimal.TEN, 40, RULES, w.deadlines, "bilgi", w.now());
                            w.record.awaitPayment();
                            w.chargedOn = w.today;
                            w.paid = false;
                            w.status = Status.UCRET_BEKLIYOR;
                        }))
                        .withAction(step("pay", World::mayPay, w -> {
                            w.record.pay(w.today, "MAK-1", RULES, w.deadlines, "bilgi", w.now());
                            w.countedFrom = w.today;
                            w.paid = true;
                            w.status = Status.BIRIMDE;
                        }))
                        .withAction(step("withdraw", w -> w.status != Status.KAPANDI, w -> {
                            w.record.withdraw(null, "vatandaş", w.now());
                            w.status = Status.KAPANDI;
                            w.closedOn = w.today;
                        }))
                        .withAction(step("reopen", World::mayReopen, w -> {
                            w.record.reopen("Yine.", RULES, w.deadlines, "vatandaş", w.now());
                            w.status = Status.ON_INCELEMEDE;
                            w.countedFrom = w.today;
                            w.extended = false;
                            w.chargedOn = null;
                        }))
                        .withAction(always("move on", Arbitraries.integers().between(1, 9), World::moveOn))
                        .withAction(always(
                                "change the holidays", Arbitraries.integers().between(0, 60), World::toggle))
                        .withMaxTransformations(40));
    }

    private static Predicate<World> is(Status status) {
        return world -> world.status == status;
    }

    /** A step that the model allows or forbids; forbidden, the record has to refuse it and stay as it is. */
    private static Action.Independent<World> step(String name, Predicate<World> allowed, Consumer<World> taken) {
        return always(name, Arbitraries.just(0), (world, ignored) -> {
            if (allowed.test(world)) {
                int before = BasvuruFixture.events(world.record).size();
                taken.accept(world);
                assertThat(BasvuruFixture.events(world.record))
                        .as(name + " leaves its event")
                        .hasSizeGreaterThan(before);
            } else {
                int before = BasvuruFixture.events(world.record).size();
                var model = world.copyOfModel();
                assertThatThrownBy(() -> taken.accept(world)).as(name).isInstanceOf(RuleViolationException.class);
                world.restore(model);
                assertThat(BasvuruFixture.events(world.record))
                        .as(name + " refused")
                        .hasSize(before);
            }
        });
    }

    private static Action.Independent<World> always(
            String name, Arbitrary<Integer> values, java.util.function.BiConsumer<World, Integer> act) {
        return () -> values.map(value -> Transformer.mutate(name + " " + value, world -> act.accept(world, value)));
    }

    /** The record beside its model. */
    static final class World {

        private final Map<LocalDate, Holiday> holidays = new HashMap<>();
        private final Channel channel;
        private Deadlines deadlines;
        private final Basvuru record;

        private LocalDate today = FIRST_DAY;
        private Status status = Status.ON_INCELEMEDE;
        private LocalDate countedFrom = FIRST_DAY;
        private boolean extended;
        private @Nullable LocalDate chargedOn;
        private boolean paid;
        private LocalDate closedOn = FIRST_DAY;

        World(Channel channel) {
            this.channel = channel;
            HolidaysFixture.officialList().forEach(holiday -> holidays.put(holiday.date(), holiday));
            deadlines = reckoning();
            record = BasvuruFixture.registered(channel);
        }

        private Deadlines reckoning() {
            var calendar = new WorkCalendar(List.copyOf(holidays.values()), CountingRules.DEFAULT);
            return new Deadlines(new ServiceStandardsFixture(), () -> calendar);
        }

        Instant now() {
            return today.atTime(10, 15).atZone(OfficeClock.ISTANBUL).toInstant();
        }

        tr.muhatap.deadline.Deadline completeUntil() {
            return deadlines.period(today, 7, tr.muhatap.deadline.DayUnit.GUN, "Ayar");
        }

        /** Sending is repeated after a failure: said to a closed application, it changes nothing. */
        void deliver() {
            if (status == Status.CEVAPLANDI) {
                record.answerDelivered("sistem", now());
                status = Status.KAPANDI;
                closedOn = today;
            } else if (status == Status.KAPANDI) {
                record.answerDelivered("sistem", now());
            } else {
                assertThatThrownBy(() -> record.answerDelivered("sistem", now()))
                        .isInstanceOf(RuleViolationException.class);
            }
        }

        void moveOn(int days) {
            today = today.plusDays(days);
            if (status == Status.UCRET_BEKLIYOR && today.isAfter(payUntil())) {
                record.lapseUnpaid("sistem", now());
                status = Status.KAPANDI;
                closedOn = today;
            }
        }

        void toggle(int days) {
            var day = FIRST_DAY.plusDays(days);
            if (holidays.remove(day) == null) {
                holidays.put(day, new Holiday(day, "Seçim günü", false, false));
            }
            deadlines = reckoning();
            record.reckonAgain(RULES, deadlines, "surec", now());
            moveOn(0);
        }

        boolean mayExtend() {
            return channel == Channel.BILGI_EDINME
                    && status != Status.KAPANDI
                    && status != Status.UCRET_BEKLIYOR
                    && !extended
                    && !today.isAfter(lastDay());
        }

        boolean mayCharge() {
            return channel == Channel.BILGI_EDINME
                    && status == Status.BIRIMDE
                    && chargedOn == null
                    && !today.isAfter(lastDay());
        }

        boolean mayPay() {
            return status == Status.UCRET_BEKLIYOR && !today.isAfter(payUntil());
        }

        boolean mayReopen() {
            return status == Status.KAPANDI && !today.isAfter(closedOn.plusDays(30));
        }

        /** Last day, counted on the fingers. */
        private LocalDate lastDay() {
            if (status == Status.UCRET_BEKLIYOR) {
                return workingDays(payUntil(), extended ? 30 : 15);
            }
            if (channel == Channel.BILGI_EDINME) {
                return workingDays(countedFrom, extended ? 30 : 15);
            }
            var day = countedFrom.plusDays(15);
            while (isFree(day)) {
                day = day.plusDays(1);
            }
            return day;
        }

        private LocalDate payUntil() {
            return workingDays(java.util.Objects.requireNonNull(chargedOn), 15);
        }

        private LocalDate workingDays(LocalDate from, int count) {
            var day = from;
            int left = count;
            while (left > 0) {
                day = day.plusDays(1);
                left -= isFree(day) ? 0 : 1;
            }
            return day;
        }

        private boolean isFree(LocalDate day) {
            var holiday = holidays.get(day);
            return day.getDayOfWeek() == DayOfWeek.SATURDAY
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY
                    || (holiday != null && !holiday.half() && !holiday.leave());
        }

        void isAsTheModelSays() {
            assertThat(record.status()).isEqualTo(status);
            assertThat(record.isOpen()).isEqualTo(status != Status.KAPANDI);
            if (record.isOpen()) {
                assertThat(record.deadline().lastDay()).isEqualTo(lastDay());
                assertThat(record.deadline().lateFrom())
                        .isEqualTo(lastDay()
                                .plusDays(1)
                                .atStartOfDay(OfficeClock.ISTANBUL)
                                .toInstant());
            } else {
                assertThat(record.outcome()).isNotNull();
                assertThat(record.closedAt()).isNotNull();
            }
            assertThat(record.unpaidFrom() != null).isEqualTo(chargedOn != null && !paid);
            var events = BasvuruFixture.events(record);
            assertThat(events.get(0)).isInstanceOf(BasvuruEvent.Alindi.class);
            assertThat(events.stream()
                                    .filter(BasvuruEvent.Kapandi.class::isInstance)
                                    .count()
                            - events.stream()
                                    .filter(BasvuruEvent.YenidenAcildi.class::isInstance)
                                    .count())
                    .as("closed once more than reopened, or as often")
                    .isEqualTo(record.isOpen() ? 0 : 1);
        }

        List<Object> copyOfModel() {
            return java.util.Arrays.asList(status, countedFrom, extended, chargedOn, closedOn, paid);
        }

        void restore(List<Object> model) {
            status = (Status) model.get(0);
            countedFrom = (LocalDate) model.get(1);
            extended = (Boolean) model.get(2);
            chargedOn = (LocalDate) model.get(3);
            closedOn = (LocalDate) model.get(4);
            paid = (Boolean) model.get(5);
        }
    }
}

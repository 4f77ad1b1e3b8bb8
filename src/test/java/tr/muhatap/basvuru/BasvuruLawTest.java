package tr.muhatap.basvuru;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.LATE_FROM;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.closed;
import static tr.muhatap.basvuru.BasvuruFixture.events;
import static tr.muhatap.basvuru.BasvuruFixture.lastEvent;
import static tr.muhatap.basvuru.BasvuruFixture.registered;
import static tr.muhatap.basvuru.BasvuruFixture.review;
import static tr.muhatap.basvuru.BasvuruFixture.toBeRouted;
import static tr.muhatap.basvuru.BasvuruFixture.toBeSent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.muhatap.calendar.CountingRules;
import tr.muhatap.calendar.Holiday;
import tr.muhatap.calendar.HolidayChange;
import tr.muhatap.calendar.HolidaysFixture;
import tr.muhatap.calendar.WorkCalendar;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.ChannelCases;
import tr.muhatap.deadline.Deadline;
import tr.muhatap.deadline.Deadlines;
import tr.muhatap.deadline.ServiceStandard;
import tr.muhatap.deadline.ServiceStandards;
import tr.muhatap.deadline.ServiceStandardsFixture;
import tr.muhatap.problem.RuleViolationException;

/** Every legal step in the record: what it changes, what it leaves unchanged, and each rule that forbids it. */
class BasvuruLawTest {

    private static final RuleSettings RULES = rules(RuleSettings.FeeRestart.FRESH);

    /** 15 iş günü from 18 May 2026, the day of registration; Kurban Bayramı lies between. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 12);

    private static final LocalDate EXTENDED = LocalDate.of(2026, 7, 3);
    private static final LocalDate LAST_TO_PAY = LocalDate.of(2026, 6, 15);
    private static final Instant TOO_LATE_TO_PAY = Instant.parse("2026-06-15T21:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2026-06-12T21:00:00Z");
    private static final Instant EXTENDED_TOO_LATE = Instant.parse("2026-07-03T21:00:00Z");

    /** Known already; new; new, but after every date of the application; new, but before its receipt. */
    private static final List<HolidayChange> CHANGES = List.of(
            new HolidayChange(0, LocalDate.of(2026, 6, 9), "Eski", HolidayChange.Kind.EKLENDI),
            new HolidayChange(1, LocalDate.of(2026, 6, 10), "Seçim günü", HolidayChange.Kind.EKLENDI),
            new HolidayChange(2, LocalDate.of(2026, 6, 17), "Uzak", HolidayChange.Kind.EKLENDI),
            new HolidayChange(3, LocalDate.of(2026, 5, 18), "Önce", HolidayChange.Kind.CIKARILDI));

    private static RuleSettings rules(RuleSettings.FeeRestart restart) {
        return new RuleSettings(restart, 10, 7, 30, 3, 15, 5);
    }

    // A forbidden step changes nothing

    private record Step(String name, Consumer<Basvuru> action) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Step extension(Instant at) {
        return new Step(
                "extend",
                b -> b.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", ServiceWay.ELEKTRONIK, DEADLINES, "bilgi", at));
    }

    private static Step fee(int pages, Instant at) {
        return new Step(
                "fee",
                b -> b.notifyFee(
                        FeeNotice.of(BigDecimal.TEN, pages), ServiceWay.ELEKTRONIK, RULES, DEADLINES, "bilgi", at));
    }

    private static Step payment(String paidOn, String at) {
        return new Step(
                "pay", b -> b.pay(LocalDate.parse(paidOn), "MAK-1", RULES, DEADLINES, "bilgi", Instant.parse(at)));
    }

    private static Step appeal(String filedOn, String at) {
        return new Step(
                "appeal",
                b -> Itiraz.file(
                        b,
                        List.of(),
                        new Itiraz.Filing(LocalDate.parse(filedOn), "K-1", null, null),
                        DEADLINES,
                        "bilgi",
                        Instant.parse(at)));
    }

    private static final Step WITHDRAWAL = new Step("withdraw", b -> b.withdraw(null, "vatandaş", NOW));
    private static final Step INTERIM = new Step("interim", b -> b.answerMeanwhile("Sürüyor.", "halkla", NOW));
    private static final Step COMPLETION = new Step("complete", b -> b.complete("Adresim şu.", "vatandaş", NOW));

    private static Step reopening(String at) {
        return new Step("reopen", b -> b.reopen("Yine.", RULES, DEADLINES, "vatandaş", Instant.parse(at)));
    }

    private static Step joining(Basvuru main, boolean hasJoinedOnes) {
        return new Step("join", b -> b.join(main, hasJoinedOnes, "halkla", NOW));
    }

    static Stream<Arguments> forbidden() {
        var request = Channel.BILGI_EDINME;
        return Stream.of(
                Arguments.of(atTheUnit(Channel.CIMER), extension(NOW), "4982"),
                Arguments.of(closed(request), extension(NOW), "kapandığından"),
                Arguments.of(extended(), extension(NOW), "ikinci kez"),
                Arguments.of(awaitingPayment(), extension(NOW), "ödeme beklenirken"),
                Arguments.of(
                        atTheUnit(request), extension(TOO_LATE), "12.06.2026 tarihinde dolduğundan süre uzatılamaz"),
                Arguments.of(atTheUnit(Channel.DIJITAL), fee(40, NOW), "4982"),
                Arguments.of(toBeRouted(request), fee(40, NOW), "Birimde"),
                Arguments.of(paid(), fee(40, NOW), "daha önce bildirilmiş"),
                Arguments.of(atTheUnit(request), fee(10, NOW), "İlk 10 sayfa ücretsiz olduğundan"),
                Arguments.of(atTheUnit(request), fee(40, TOO_LATE), "dolduğundan ücret bildirilemez"),
                Arguments.of(atTheUnit(request), payment("2026-05-18", "2026-05-18T09:00:00Z"), "Ücret"),
                Arguments.of(awaitingPayment(), payment("2026-05-20", "2026-05-19T09:00:00Z"), "gelecekte"),
                Arguments.of(lapsed(), payment("2026-05-20", "2026-06-19T09:00:00Z"), "yeniden açın"),
                Arguments.of(awaitingPayment(), payment("2026-05-17", "2026-05-19T09:00:00Z"), "önce olamaz"),
                Arguments.of(awaitingPayment(), payment("2026-06-16", "2026-06-16T09:00:00Z"), "15 iş günü içinde"),
                Arguments.of(closed(Channel.CIMER), INTERIM, "kapandığından"),
                Arguments.of(toBeSent(Channel.CIMER), INTERIM, "gönderilmekte"),
                Arguments.of(registered(Channel.CIMER), COMPLETION, "Eksik"),
                Arguments.of(closed(Channel.CIMER), WITHDRAWAL, "kapandığından"),
                Arguments.of(atTheUnit(Channel.CIMER), reopening("2026-05-18T09:00:00Z"), "Başvuru açık"),
                Arguments.of(closed(Channel.CIMER), reopening("2026-06-17T21:00:00Z"), "30 gün içinde"),
                Arguments.of(closed(Channel.CIMER), joining(other(), false), "kapandığından"),
                Arguments.of(
                        atTheUnit(Channel.CIMER),
                        joining(registered(Channel.CIMER), false),
                        "başka bir başvurunun numarasını"),
                Arguments.of(atTheUnit(Channel.CIMER), joining(joined(), false), "2026-000998 ile birleştirin"),
                Arguments.of(atTheUnit(Channel.CIMER), joining(other(), true), "ana başvurusu olduğundan"),
                Arguments.of(closed(Channel.DIJITAL), appeal("2026-05-19", "2026-05-19T09:00:00Z"), "4982"),
                Arguments.of(closed(Channel.CIMER), appeal("2026-05-19", "2026-05-19T09:00:00Z"), "4982"),
                Arguments.of(atTheUnit(request), appeal("2026-05-19", "2026-05-19T09:00:00Z"), "kapanmadığından"),
                Arguments.of(closed(request), appeal("2026-05-20", "2026-05-19T09:00:00Z"), "gelecekte"),
                Arguments.of(closed(request), appeal("2026-05-17", "2026-05-19T09:00:00Z"), "cevap tarihinden önce"),
                Arguments.of(closed(request), appeal("2026-06-03", "2026-06-04T09:00:00Z"), "15 gün içinde"));
    }

    static Stream<Arguments> causes() {
        var request = Channel.BILGI_EDINME;
        return Stream.of(
                Arguments.of(atTheUnit(Channel.CIMER), fee(40, NOW), BasvuruRefusal.UCRET_4982_DISI),
                Arguments.of(atTheUnit(request), fee(10, NOW), BasvuruRefusal.UCRET_SAYFA_UCRETSIZ),
                Arguments.of(atTheUnit(request), fee(40, TOO_LATE), BasvuruRefusal.UCRET_GEC),
                Arguments.of(paid(), fee(40, NOW), BasvuruRefusal.UCRET_TEKRAR),
                Arguments.of(toBeRouted(request), fee(40, NOW), BasvuruRefusal.DURUM_UYGUN_DEGIL),
                Arguments.of(
                        awaitingPayment(), payment("2026-06-16", "2026-06-16T09:00:00Z"), BasvuruRefusal.ODEME_GEC),
                Arguments.of(lapsed(), payment("2026-05-20", "2026-06-19T09:00:00Z"), BasvuruRefusal.ODEME_VAZGECILMIS),
                Arguments.of(closed(Channel.CIMER), INTERIM, BasvuruRefusal.BASVURU_KAPALI),
                Arguments.of(closed(request), appeal("2026-06-03", "2026-06-04T09:00:00Z"), BasvuruRefusal.ITIRAZ_GEC));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void causesOfARefusalAreToldApartByTheirCodes(Basvuru basvuru, Step step, BasvuruRefusal code) {
        assertThatThrownBy(() -> step.action().accept(basvuru))
                .asInstanceOf(throwable(RuleViolationException.class))
                .returns(code, RuleViolationException::code);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void whatTheLawForbidsIsRefusedWithItsRuleAndChangesNothing(Basvuru basvuru, Step step, String rule) {
        var status = basvuru.status();
        var limit = basvuru.deadline();
        var before = events(basvuru);

        assertThatThrownBy(() -> step.action().accept(basvuru))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining(rule);

        assertThat(basvuru.status()).isEqualTo(status);
        assertThat(basvuru.deadline()).isEqualTo(limit);
        assertThat(events(basvuru)).isEqualTo(before);
    }

    // Extension

    @Test
    void anExtensionCountsThirtyWorkingDaysFromTheReceipt() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var at = TOO_LATE.minusMillis(1);

        basvuru.extend(ExtensionGround.BASKA_KURUM_GORUSU, "Görüş.", ServiceWay.ELEKTRONIK, DEADLINES, "bilgi", at);

        assertThat(basvuru.deadline().lastDay()).isEqualTo(EXTENDED);
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.SureUzatildi(
                        NUMBER,
                        at,
                        "bilgi",
                        ExtensionGround.BASKA_KURUM_GORUSU,
                        "Görüş.",
                        ServiceWay.ELEKTRONIK,
                        LAST_DAY,
                        EXTENDED,
                        EXTENDED_TOO_LATE,
                        null));
    }

    @Test
    void aLimitThatAHolidayBringsBackIntoItsTimeIsExtendedWithoutAnEscalation() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.markLate(TOO_LATE.plusSeconds(1), "sistem", TOO_LATE);
        // A holiday entered late puts it back in time
        basvuru.recalculate(CHANGES, withHoliday("2026-06-10"), "surec", TOO_LATE);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.YukseltmeGeriAlindi(
                        NUMBER,
                        TOO_LATE,
                        "surec",
                        LocalDate.of(2026, 6, 15),
                        Instant.parse("2026-06-15T21:00:00Z"),
                        null));
        assertThat(basvuru.escalationLevel()).isZero();

        basvuru.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", ServiceWay.ELEKTRONIK, DEADLINES, "bilgi", TOO_LATE);

        assertThat(basvuru.secondLimit()).isNull();
        assertThat(((BasvuruEvent.LimitMoved) lastEvent(basvuru)).secondLimit()).isNull();
    }

    // Fee

    @Test
    void aFeeNoticeCutsTheLimitWhichThenStandsBehindTheLapse() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);

        basvuru.notifyFee(
                FeeNotice.of(new BigDecimal("125.50"), 11), ServiceWay.ELEKTRONIK, RULES, DEADLINES, "bilgi", NOW);

        // 15 iş günü to pay end on 15 June, since 26 May is a half day; as if paid then, 15 more end on 6 July
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.UcretBildirildi(
                        NUMBER,
                        NOW,
                        "bilgi",
                        new BigDecimal("125.50"),
                        11,
                        LAST_TO_PAY,
                        LAST_DAY,
                        LocalDate.of(2026, 7, 6),
                        Instant.parse("2026-07-06T21:00:00Z"),
                        null,
                        List.of(),
                        null,
                        null));
        assertThat(basvuru.unpaidFrom()).isEqualTo(TOO_LATE_TO_PAY);
        assertThat(basvuru.status()).isEqualTo(Status.UCRET_BEKLIYOR);
    }

    /** Ten pages are free, a disc is not (Yönetmelik md. 22). */
    @Test
    void anotherItemThanPagesIsChargedFromTheFirstOn() {
        var disc = new FeeLine(FeeItem.CD, 1, new BigDecimal("20.00"));
        var pages = new FeeLine(FeeItem.SAYFA, 1, BigDecimal.ONE);
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        assertThatThrownBy(() -> basvuru.notifyFee(
                        new FeeNotice(BigDecimal.ONE, 10, List.of(pages), null, null),
                        ServiceWay.ELEKTRONIK,
                        RULES,
                        DEADLINES,
                        "bilgi",
                        NOW))
                .hasMessageContaining("ücretsiz");

        basvuru.notifyFee(
                new FeeNotice(new BigDecimal("20.00"), 0, List.of(disc), "Veznelere", "TR330006100519786457841326"),
                ServiceWay.ELEKTRONIK,
                RULES,
                DEADLINES,
                "bilgi",
                NOW);

        assertThat(lastEvent(basvuru)).isInstanceOfSatisfying(BasvuruEvent.UcretBildirildi.class, event -> {
            assertThat(event.lines()).containsExactly(disc);
            assertThat(event.payAt()).isEqualTo("Veznelere");
            assertThat(event.iban()).isEqualTo("TR330006100519786457841326");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "FRESH,     2026-05-18, 2026-06-12",
        "FRESH,     2026-06-15, 2026-07-06",
        // Noticed on the day of registration: all fifteen are left
        "REMAINING, 2026-06-15, 2026-07-06"
    })
    void paymentGivesTheWholeLimitOrWhatWasLeft(RuleSettings.FeeRestart restart, LocalDate paidOn, LocalDate lastDay) {
        var basvuru = awaitingPayment();
        var at = Instant.parse("2026-06-15T20:59:59Z");

        basvuru.pay(paidOn, "MAK-1", rules(restart), DEADLINES, "bilgi", at);

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(lastDay);
        assertThat(basvuru.unpaidFrom()).isNull();
        assertThat(requireNonNull(basvuru.fee).receipt()).isEqualTo("MAK-1");
        assertThat(basvuru.counting().from()).isEqualTo(paidOn);
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.UcretOdendi(
                        NUMBER,
                        at,
                        "bilgi",
                        paidOn,
                        "MAK-1",
                        15,
                        LocalDate.of(2026, 7, 6),
                        lastDay,
                        basvuru.deadline().lateFrom(),
                        null));
    }

    @Test
    void whatWasLeftIsWhatTheNoticeCut() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var rules = rules(RuleSettings.FeeRestart.REMAINING);
        // 25 May is the fourth working day, since 19 May is a holiday: eleven are left
        basvuru.notifyFee(
                FeeNotice.of(BigDecimal.TEN, 40),
                ServiceWay.ELEKTRONIK,
                rules,
                DEADLINES,
                "bilgi",
                Instant.parse("2026-05-25T07:00:00Z"));

        basvuru.pay(
                LocalDate.of(2026, 6, 1), "MAK-1", rules, DEADLINES, "bilgi", Instant.parse("2026-06-01T09:00:00Z"));

        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 6, 16));
    }

    @Test
    void anUnpaidFeeLapsesOnceAndAPaidOneNever() {
        var unpaid = awaitingPayment();
        unpaid.lapseUnpaid("sistem", TOO_LATE);
        int before = events(unpaid).size();
        unpaid.lapseUnpaid("sistem", TOO_LATE);

        assertThat(unpaid.outcome()).isEqualTo(Outcome.VAZGECILDI);
        assertThat(events(unpaid)).hasSize(before);
        assertThat(((BasvuruEvent.Kapandi) lastEvent(unpaid)).reason()).contains("11’inci maddesi");

        var paid = paid();
        paid.lapseUnpaid("sistem", TOO_LATE);
        assertThat(paid.isOpen()).isTrue();
    }

    // Incomplete

    @Test
    void whatLacksIsWaitedForAndItsCompletionIsReviewed() {
        var basvuru = registered(Channel.CIMER);
        basvuru.noteReason("Adres yok.", null, "masa");
        review(basvuru, ReviewDecision.EKSIK, null);

        assertThat(basvuru.incompleteUntil()).isEqualTo(Instant.parse("2026-05-25T21:00:00Z"));
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.EksikBildirildi(
                        NUMBER, NOW, "halkla", LocalDate.of(2026, 5, 25), "Adres yok."));

        basvuru.complete("Adresim: İğde Sokağı 5", "vatandaş", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.ON_INCELEMEDE);
        assertThat(basvuru.incompleteUntil()).isNull();
        assertThat(basvuru.text())
                .startsWith("Sokağımızdaki çukur haftalardır duruyor.")
                .endsWith("[Tamamlayıcı bilgi, 2026-05-18]\nAdresim: İğde Sokağı 5");
        assertThat(basvuru.deadline().lateFrom()).isEqualTo(LATE_FROM);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.EksikTamamlandi(NUMBER, NOW, "vatandaş"));
    }

    @Test
    void whatStaysIncompleteLapsesOnceAndWhatIsCompleteNever() {
        var incomplete = registered(Channel.CIMER);
        review(incomplete, ReviewDecision.EKSIK, null);
        incomplete.lapseIncomplete("sistem", NOW);
        int before = events(incomplete).size();
        incomplete.lapseIncomplete("sistem", NOW);

        assertThat(incomplete.outcome()).isEqualTo(Outcome.ISLEME_KONULMADI);
        assertThat(events(incomplete)).hasSize(before);

        var complete = registered(Channel.CIMER);
        complete.lapseIncomplete("sistem", NOW);
        assertThat(complete.isOpen()).isTrue();
    }

    // Returns

    @Test
    void theThirdReturnBringsItsRoutingToTheManager() {
        var basvuru = toBeRouted(Channel.CIMER);
        for (int i = 1; i <= 3; i++) {
            assertThat(basvuru.isRoutedByManager(RULES)).isFalse();
            basvuru.route("fen-isleri", "halkla", NOW);
            basvuru.returnToRouting("fen", NOW);
        }

        assertThat(basvuru.returns()).isEqualTo(3);
        assertThat(basvuru.isRoutedByManager(RULES)).isTrue();
        basvuru.route("fen-isleri", "yonetici", NOW);
        assertThat(basvuru.isRoutedByManager(RULES)).isFalse();
    }

    // Interim answer, withdrawal, reopening, joining

    @Test
    void anInterimAnswerClosesNothingAndMovesNoClock() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.answerMeanwhile("Sürüyor.", "halkla", NOW);

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.deadline().lateFrom()).isEqualTo(LATE_FROM);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.AraCevapVerildi(NUMBER, NOW, "halkla", "Sürüyor."));
        for (var status : List.of(Status.CEVAPLANDI, Status.KAPANDI)) {
            assertThatThrownBy(() -> BasvuruFixture.at(status).answerMeanwhile("Sürüyor.", "halkla", NOW))
                    .as(status.name())
                    .isInstanceOf(RuleViolationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_INCELEMEDE", "SEVK_BEKLIYOR", "BIRIMDE", "ONAYDA", "CEVAPLANDI"})
    void aCitizenWithdrawsAtAnyPlace(Status status) {
        var basvuru = BasvuruFixture.at(status);

        basvuru.withdraw("Çözüldü.", "vatandaş", NOW);

        assertThat(basvuru.outcome()).isEqualTo(Outcome.VAZGECILDI);
        var events = events(basvuru);
        assertThat(events.subList(events.size() - 2, events.size()))
                .containsExactly(
                        new BasvuruEvent.GeriCekildi(NUMBER, NOW, "vatandaş", "Çözüldü."),
                        new BasvuruEvent.Kapandi(NUMBER, NOW, "vatandaş", Outcome.VAZGECILDI, false, "Çözüldü."));
    }

    @Test
    void aReopenedApplicationBeginsAnewUnderItsNumber() {
        var basvuru = closed(Channel.CIMER);
        // The thirtieth day after closing is the last
        var at = Instant.parse("2026-06-17T20:59:59Z");

        basvuru.reopen("Çukur yine açıldı.", RULES, DEADLINES, "vatandaş", at);

        assertThat(basvuru.status()).isEqualTo(Status.ON_INCELEMEDE);
        assertThat(basvuru.outcome()).isNull();
        assertThat(basvuru.unit()).isNull();
        assertThat(basvuru.answer()).isNull();
        assertThat(basvuru.closedAt()).isNull();
        assertThat(basvuru.reopenings()).isEqualTo(1);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.YenidenAcildi(
                        NUMBER,
                        at,
                        "vatandaş",
                        Channel.CIMER,
                        Kind.SIKAYET,
                        null,
                        "Çukur yine açıldı.",
                        Outcome.OLUMLU,
                        "Çukur kapatıldı.",
                        LocalDate.of(2026, 7, 2),
                        Instant.parse("2026-07-02T21:00:00Z")));
    }

    @Test
    void whatWasEscalatedChargedAndReturnedBeforeIsForgottenByTheNewRound() {
        var basvuru = paid();
        basvuru.returnToRouting("fen", NOW);
        basvuru.markLate(TOO_LATE.plusSeconds(1), "sistem", TOO_LATE);
        basvuru.withdraw(null, "vatandaş", TOO_LATE);

        basvuru.reopen("Yine.", RULES, DEADLINES, "vatandaş", TOO_LATE);

        assertThat(basvuru.escalationLevel()).isZero();
        assertThat(basvuru.secondLimit()).isNull();
        assertThat(basvuru.returns()).isZero();
        review(basvuru, ReviewDecision.KABUL, null);
        basvuru.route("fen-isleri", "halkla", TOO_LATE);
        basvuru.notifyFee(FeeNotice.of(BigDecimal.TEN, 40), ServiceWay.ELEKTRONIK, RULES, DEADLINES, "bilgi", TOO_LATE);
    }

    @Test
    void aJoinedApplicationKeepsItsOwnPlaceAndLimit() {
        var basvuru = atTheUnit(Channel.CIMER);
        basvuru.join(other(), false, "halkla", NOW);

        assertThat(basvuru.mainNumber()).isEqualTo("2026-000999");
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.deadline().lateFrom()).isEqualTo(LATE_FROM);
        assertThat(lastEvent(basvuru)).isEqualTo(new BasvuruEvent.Birlestirildi(NUMBER, NOW, "halkla", "2026-000999"));
    }

    // Holidays

    @Test
    void aNewHolidayMovesTheLimitOnceAndTellsIt() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var deadlines = withHoliday("2026-06-10");

        assertThat(basvuru.recalculate(CHANGES, deadlines, "surec", NOW)).isTrue();
        assertThat(basvuru.recalculate(CHANGES, deadlines, "surec", NOW)).isFalse();

        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.TatilSureyiDegistirdi(
                        NUMBER,
                        NOW,
                        "surec",
                        LAST_DAY,
                        LocalDate.of(2026, 6, 15),
                        Instant.parse("2026-06-15T21:00:00Z"),
                        null,
                        null,
                        null,
                        null,
                        List.of(CHANGES.get(1))));
    }

    @Test
    void theSecondLevelMovesAloneToo() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.markLate(Instant.parse("2026-06-16T21:00:00Z"), "sistem", TOO_LATE);

        assertThat(basvuru.recalculate(CHANGES, withHoliday("2026-06-16"), "surec", TOO_LATE))
                .isTrue();

        assertThat(basvuru.deadline().lastDay()).isEqualTo(LAST_DAY);
        assertThat(basvuru.secondLimit()).isEqualTo(Instant.parse("2026-06-17T21:00:00Z"));
    }

    @Test
    void theLapseOfAFeeMovesWithItsLimit() {
        var basvuru = awaitingPayment();

        assertThat(basvuru.recalculate(CHANGES, withHoliday("2026-06-10"), "surec", NOW))
                .isTrue();

        var event = (BasvuruEvent.TatilSureyiDegistirdi) lastEvent(basvuru);
        assertThat(basvuru.unpaidFrom()).isEqualTo(Instant.parse("2026-06-16T21:00:00Z"));
        assertThat(event.unpaidFrom()).isEqualTo(basvuru.unpaidFrom());
        assertThat(event.newLastDay()).isEqualTo(LocalDate.of(2026, 7, 7));
    }

    @Test
    void whatAnApplicantWasToldToPayByNeverBecomesEarlier() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var more = withHoliday("2026-06-10");
        basvuru.notifyFee(FeeNotice.of(BigDecimal.TEN, 40), ServiceWay.ELEKTRONIK, RULES, more, "bilgi", NOW);
        assertThat(basvuru.unpaidFrom()).isEqualTo(Instant.parse("2026-06-16T21:00:00Z"));

        basvuru.recalculate(CHANGES, DEADLINES, "surec", NOW);

        assertThat(basvuru.unpaidFrom()).isEqualTo(Instant.parse("2026-06-16T21:00:00Z"));
        assertThat(basvuru.counting().from()).isEqualTo(LocalDate.of(2026, 6, 16));
    }

    @Test
    void whatLacksIsWaitedForToTheNextWorkingDayWhereTheLastOneBecomesAHolidayAndNeverShorter() {
        var basvuru = incomplete();
        assertThat(basvuru.incompleteUntil()).isEqualTo(Instant.parse("2026-05-25T21:00:00Z"));

        assertThat(basvuru.recalculate(CHANGES, withHoliday("2026-05-25"), "surec", NOW))
                .isTrue();
        assertThat(basvuru.incompleteUntil()).isEqualTo(Instant.parse("2026-06-01T21:00:00Z"));
        assertThat(((BasvuruEvent.TatilSureyiDegistirdi) lastEvent(basvuru)).incompleteUntil())
                .isEqualTo(basvuru.incompleteUntil());

        assertThat(basvuru.recalculate(CHANGES, DEADLINES, "surec", NOW)).isFalse();
        assertThat(basvuru.incompleteUntil()).isEqualTo(Instant.parse("2026-06-01T21:00:00Z"));
    }

    /** What was fixed at registration keeps its length, whatever the current table of service standards says. */
    @ParameterizedTest
    @ValueSource(strings = {"BILGI_EDINME", "CIMER", "ALO_153"})
    void aHolidayDoesNotBringANewTableOfServiceStandards(Channel channel) {
        var basvuru = atTheUnit(channel);
        var limit = basvuru.deadline();
        var standards = new ServiceStandardsFixture();
        var shorter = new Deadlines(
                new ServiceStandards() {
                    @Override
                    public int version() {
                        return 2;
                    }

                    @Override
                    public ServiceStandard standard(Channel of, boolean extended, int version) {
                        return standards.standard(Channel.ALO_153, false);
                    }

                    @Override
                    public List<ServiceStandard> all() {
                        return standards.all();
                    }
                },
                HolidaysFixture.workingDays());

        assertThat(basvuru.recalculate(CHANGES, shorter, "surec", NOW)).isFalse();

        assertThat(basvuru.deadline()).isEqualTo(limit);
    }

    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void anInformationRequestOfAnyChannelHasBothClocksAndTheStepsOf4982(Channel channel) {
        var basvuru = Basvuru.register(NUMBER, BasvuruFixture.informationBy(channel), DEADLINES, "istemci", NOW);

        assertThat(basvuru.status()).as("reviewed by those who answer for 4982").isEqualTo(Status.ON_INCELEMEDE);
        assertThat(basvuru.channel()).isEqualTo(channel);
        assertThat(basvuru.handledAs()).isEqualTo(Channel.BILGI_EDINME);
        assertThat(basvuru.isInformationRequest()).isTrue();
        assertThat(basvuru.remedyFor(Outcome.OLUMSUZ)).isEqualTo(Remedy.BILGI_EDINME);
        assertThat(basvuru.deadline()).isEqualTo(DEADLINES.limit(channel, NOW));
        assertThat(requireNonNull(basvuru.otherDeadline()).lastDay()).isEqualTo(LAST_DAY);

        review(basvuru, ReviewDecision.KABUL, null);
        basvuru.route("FEN", "bilgi", NOW);
        // The channel's own limit has passed, that of 4982 has not
        var later = Instant.parse("2026-06-05T07:00:00Z");
        basvuru.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", ServiceWay.ELEKTRONIK, DEADLINES, "bilgi", later);

        assertThat(basvuru.deadline().lastDay()).isEqualTo(EXTENDED);
        assertThat(basvuru.otherDeadline())
                .as("once extended, that of 4982 governs alone")
                .isNull();
        assertThat(basvuru.whyNot(
                        LegalStep.FEE, RULES, new RuleContext(false, List.of(), ServiceWay.ELEKTRONIK), later))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void aFeeCutsWhatIsLeftOf4982WhateverTheChannel(Channel channel) {
        var basvuru = Basvuru.register(NUMBER, BasvuruFixture.informationBy(channel), DEADLINES, "istemci", NOW);
        review(basvuru, ReviewDecision.KABUL, null);
        basvuru.route("FEN", "bilgi", NOW);
        var rules = rules(RuleSettings.FeeRestart.REMAINING);
        basvuru.notifyFee(
                FeeNotice.of(BigDecimal.TEN, 40),
                ServiceWay.ELEKTRONIK,
                rules,
                DEADLINES,
                "bilgi",
                Instant.parse("2026-05-25T07:00:00Z"));
        assertThat(requireNonNull(basvuru.fee).remaining()).isEqualTo(11);

        basvuru.pay(
                LocalDate.of(2026, 6, 1), "MAK-1", rules, DEADLINES, "bilgi", Instant.parse("2026-06-01T09:00:00Z"));

        assertThat(Stream.of(basvuru.deadline(), requireNonNull(basvuru.otherDeadline())))
                .extracting(Deadline::lastDay)
                .contains(LocalDate.of(2026, 6, 16));
    }

    @Test
    void whatLacksInAnInformationRequestIsNotWaitedFor() {
        var basvuru = Basvuru.register(NUMBER, BasvuruFixture.informationByCimer(), DEADLINES, "istemci", NOW);

        review(basvuru, ReviewDecision.EKSIK, null);

        assertThat(basvuru.outcome()).isEqualTo(Outcome.ISLEME_KONULMADI);
    }

    @Test
    void theLaterOfTwoLimitsMovesAlone() {
        var basvuru = Basvuru.register(NUMBER, BasvuruFixture.informationByCimer(), DEADLINES, "istemci", NOW);

        assertThat(basvuru.recalculate(CHANGES, withHoliday("2026-06-10"), "surec", NOW))
                .isTrue();

        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(requireNonNull(basvuru.otherDeadline()).lastDay()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(((BasvuruEvent.TatilSureyiDegistirdi) lastEvent(basvuru)).otherLastDay())
                .isEqualTo(LocalDate.of(2026, 6, 15));
    }

    @Test
    void whatIsClosedDoesNotMove() {
        var closed = closed(Channel.BILGI_EDINME);
        assertThat(closed.recalculate(CHANGES, withHoliday("2026-06-03"), "surec", NOW))
                .isFalse();
        assertThat(closed.deadline().lastDay()).isEqualTo(LAST_DAY);
    }

    // What may be done

    static Stream<Arguments> possible() {
        var request = Channel.BILGI_EDINME;
        return Stream.of(
                Arguments.of(
                        atTheUnit(Channel.CIMER),
                        NOW,
                        List.of(
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(
                        toBeRouted(request),
                        NOW,
                        List.of(
                                LegalStep.EXTENSION,
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(
                        atTheUnit(request),
                        NOW,
                        List.of(
                                LegalStep.EXTENSION,
                                LegalStep.FEE,
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(
                        atTheUnit(request),
                        TOO_LATE,
                        List.of(
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(
                        extended(),
                        NOW,
                        List.of(
                                LegalStep.FEE,
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(
                        awaitingPayment(),
                        NOW,
                        List.of(
                                LegalStep.PAYMENT,
                                LegalStep.RECEIPT,
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(
                        incomplete(),
                        NOW,
                        List.of(
                                LegalStep.INTERIM_ANSWER,
                                LegalStep.OPINION,
                                LegalStep.COMPLETION,
                                LegalStep.DUPLICATE_OF,
                                LegalStep.WITHDRAWAL)),
                Arguments.of(joined(), NOW, List.of(LegalStep.INTERIM_ANSWER, LegalStep.OPINION, LegalStep.WITHDRAWAL)),
                Arguments.of(toBeSent(Channel.CIMER), NOW, List.of(LegalStep.DUPLICATE_OF, LegalStep.WITHDRAWAL)),
                Arguments.of(closed(Channel.CIMER), NOW, List.of(LegalStep.REOPENING)),
                Arguments.of(closed(Channel.CIMER), NOW.plus(Duration.ofDays(31)), List.of()),
                Arguments.of(closed(request), NOW.plus(Duration.ofDays(31)), List.of(LegalStep.APPEAL)),
                Arguments.of(closed(request), NOW, List.of(LegalStep.REOPENING, LegalStep.APPEAL)));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void onlyWhatMayBeDoneIsOffered(Basvuru basvuru, Instant now, List<LegalStep> steps) {
        assertThat(basvuru.possibleSteps(RULES, new RuleContext(false, List.of(), ServiceWay.ELEKTRONIK), now))
                .as("contact can always be corrected")
                .contains(LegalStep.CONTACT_CORRECTION)
                .filteredOn(step -> step != LegalStep.CONTACT_CORRECTION)
                .containsExactlyInAnyOrderElementsOf(steps);
    }

    @Test
    void aMainApplicationIsNotOfferedToBeJoined() {
        assertThat(atTheUnit(Channel.CIMER)
                        .possibleSteps(RULES, new RuleContext(true, List.of(), ServiceWay.ELEKTRONIK), NOW))
                .containsExactly(
                        LegalStep.INTERIM_ANSWER,
                        LegalStep.OPINION,
                        LegalStep.CONTACT_CORRECTION,
                        LegalStep.WITHDRAWAL);
    }

    @Test
    void aHalfDayIsTheApplicantsWhoPaysButTheOfficesThatAnswersTheBoard() {
        // Both periods are 15 iş günü from 18 May; between them lies the half day of 26 May
        assertThat(awaitingPayment().unpaidFrom()).isEqualTo("2026-06-15T21:00:00Z");
        assertThat(ItirazTest.asked("2026-05-18").answerUntil()).isEqualTo("2026-06-12");
    }

    // Applications at the turns of the law

    static Deadlines withHoliday(String day) {
        var calendar = new WorkCalendar(
                HolidaysFixture.officialListAnd(new Holiday(LocalDate.parse(day), "Seçim günü", false, false)),
                CountingRules.DEFAULT);
        return new Deadlines(new ServiceStandardsFixture(), () -> calendar);
    }

    private static Basvuru extended() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", ServiceWay.ELEKTRONIK, DEADLINES, "bilgi", NOW);
        return basvuru;
    }

    private static Basvuru awaitingPayment() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        basvuru.notifyFee(FeeNotice.of(BigDecimal.TEN, 40), ServiceWay.ELEKTRONIK, RULES, DEADLINES, "bilgi", NOW);
        return basvuru;
    }

    private static Basvuru paid() {
        var basvuru = awaitingPayment();
        basvuru.pay(LocalDate.of(2026, 5, 18), "MAK-1", RULES, DEADLINES, "bilgi", NOW);
        return basvuru;
    }

    private static Basvuru lapsed() {
        var basvuru = awaitingPayment();
        basvuru.lapseUnpaid("sistem", TOO_LATE);
        return basvuru;
    }

    private static Basvuru incomplete() {
        var basvuru = registered(Channel.CIMER);
        review(basvuru, ReviewDecision.EKSIK, null);
        return basvuru;
    }

    private static Basvuru other() {
        return registered("2026-000999", Channel.CIMER, null);
    }

    private static Basvuru joined() {
        var basvuru = other();
        basvuru.join(registered("2026-000998", Channel.CIMER, null), false, "halkla", NOW);
        return basvuru;
    }
}

package tr.muhatap.basvuru;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.muhatap.basvuru.BasvuruFixture.DEADLINES;
import static tr.muhatap.basvuru.BasvuruFixture.NOW;
import static tr.muhatap.basvuru.BasvuruFixture.NUMBER;
import static tr.muhatap.basvuru.BasvuruFixture.atTheUnit;
import static tr.muhatap.basvuru.BasvuruFixture.events;
import static tr.muhatap.basvuru.BasvuruFixture.lastEvent;
import static tr.muhatap.basvuru.BasvuruFixture.toBeSent;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.problem.RuleViolationException;

/**
 * What runs from service runs from the day of service (4982 md. 11 and 13). Everything begins on Monday 18 May 2026;
 * the 15 iş günü end on 12 June, the 30 on 3 July.
 */
class ServiceTest {

    private static final RuleSettings RULES = new RuleSettings(RuleSettings.FeeRestart.FRESH, 10, 7, 30, 3, 15, 5);
    private static final LocalDate SENT = LocalDate.of(2026, 5, 18);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 12);
    private static final LocalDate EXTENDED = LocalDate.of(2026, 7, 3);

    // Fee

    @Test
    void aFeeNoticeByPostLapsesNeverBeforeItIsServed() {
        var basvuru = chargedBy(ServiceWay.POSTA);

        assertThat(basvuru.payUntil()).isNull();
        assertThat(basvuru.unpaidFrom()).isNull();
        assertThat(basvuru.deadline().lastDay()).isEqualTo(SENT.plusDays(30));
        assertThat(basvuru.counting().from()).isEqualTo(SENT);
        assertThat(basvuru.awaitsService(ServedPaper.UCRET_BILDIRIMI)).isTrue();
        assertThat(basvuru.awaitsService(ServedPaper.SURE_UZATIMI)).isFalse();
        var notified = (BasvuruEvent.UcretBildirildi) lastEvent(basvuru);
        assertThat(notified.payUntil()).isNull();
        assertThat(notified.unpaidFrom()).isNull();
        assertThat(notified.newLastDay()).isEqualTo(SENT.plusDays(30));
        assertThat(list(basvuru)).containsExactly(awaited(ServedPaper.UCRET_BILDIRIMI, SENT));

        basvuru.lapseUnpaid("sistem", on("2026-12-01"));

        assertThat(basvuru.status()).isEqualTo(Status.UCRET_BEKLIYOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTA", "KEP"})
    void thePeriodToPayRunsFromTheServiceAndTheLimitStandsBehindIt(ServiceWay way) {
        var basvuru = chargedBy(ServiceWay.POSTA);
        var at = on("2026-05-26");

        serve(basvuru, ServedPaper.UCRET_BILDIRIMI, way, "2026-05-25", at);

        // 15 iş günü of the citizen's after 25 May: the feast and its half day lie between
        assertThat(basvuru.payUntil()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(basvuru.unpaidFrom()).isEqualTo(Instant.parse("2026-06-19T21:00:00Z"));
        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(basvuru.service(ServedPaper.UCRET_BILDIRIMI))
                .isEqualTo(new Tebligat(way, SENT, LocalDate.of(2026, 5, 25)));
        assertThat(events(basvuru))
                .contains(
                        new BasvuruEvent.TebligEdildi(
                                NUMBER, at, "bilgi", ServedPaper.UCRET_BILDIRIMI, way, SENT, LocalDate.of(2026, 5, 25)),
                        new BasvuruEvent.OdemeSuresiBelirlendi(
                                NUMBER,
                                at,
                                "bilgi",
                                LocalDate.of(2026, 6, 19),
                                SENT.plusDays(30),
                                LocalDate.of(2026, 7, 10),
                                Instant.parse("2026-07-10T21:00:00Z"),
                                null));
        assertThat(list(basvuru)).isEmpty();
        refused(
                basvuru,
                "TEBLIG_BEKLENMIYOR",
                () -> serve(basvuru, ServedPaper.UCRET_BILDIRIMI, way, "2026-05-25", at));

        basvuru.lapseUnpaid("sistem", on("2026-06-20"));
        assertThat(basvuru.outcome()).isEqualTo(Outcome.VAZGECILDI);
        assertThat(basvuru.isLapsedUnpaid()).isTrue();
    }

    @Test
    void anElectronicNoticeIsServedOnTheDayItGoesOut() {
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        assertThat(basvuru.service(ServedPaper.UCRET_BILDIRIMI))
                .isEqualTo(new Tebligat(ServiceWay.ELEKTRONIK, SENT, SENT));
        assertThat(basvuru.payUntil()).isEqualTo(LocalDate.of(2026, 6, 15));
        int before = events(basvuru).size();
        basvuru.wentOut(ServedPaper.UCRET_BILDIRIMI, RULES, DEADLINES, "sistem", NOW);
        basvuru.wentOut(ServedPaper.CEVAP, RULES, DEADLINES, "sistem", on("2026-05-25"));
        assertThat(events(basvuru)).hasSize(before);

        basvuru.wentOut(ServedPaper.UCRET_BILDIRIMI, RULES, DEADLINES, "sistem", on("2026-05-25"));

        assertThat(basvuru.payUntil()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(requireNonNull(basvuru.service(ServedPaper.UCRET_BILDIRIMI)).servedOn())
                .isEqualTo(LocalDate.of(2026, 5, 25));
    }

    @Test
    void aLetterThatWaitsForItsReceiptIsNotServedByASending() {
        var basvuru = chargedBy(ServiceWay.POSTA);
        basvuru.wentOut(ServedPaper.UCRET_BILDIRIMI, RULES, DEADLINES, "sistem", on("2026-05-25"));
        assertThat(basvuru.payUntil()).isNull();
    }

    @Test
    void aNoticeThatIsDivertedToThePostWaitsForItsReceipt() {
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        var at = on("2026-05-20");

        basvuru.redirect(ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, RULES, DEADLINES, "sistem", at);

        assertThat(basvuru.payUntil()).isNull();
        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(list(basvuru)).containsExactly(awaited(ServedPaper.UCRET_BILDIRIMI, LocalDate.of(2026, 5, 20)));
        assertThat(lastEvent(basvuru)).isInstanceOfSatisfying(BasvuruEvent.OdemeSuresiBelirlendi.class, event -> {
            assertThat(event.payUntil()).isNull();
            assertThat(event.unpaidFrom()).isNull();
        });

        // The letter is sent to another address: its way begins again
        basvuru.redirect(ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, RULES, DEADLINES, "sistem", on("2026-05-22"));
        assertThat(list(basvuru)).containsExactly(awaited(ServedPaper.UCRET_BILDIRIMI, LocalDate.of(2026, 5, 22)));
        basvuru.redirect(
                ServedPaper.UCRET_BILDIRIMI, ServiceWay.ELEKTRONIK, RULES, DEADLINES, "sistem", on("2026-05-25"));
        assertThat(list(basvuru)).isEmpty();
        assertThat(basvuru.payUntil()).isEqualTo(LocalDate.of(2026, 6, 19));
        int before = events(basvuru).size();
        basvuru.redirect(
                ServedPaper.UCRET_BILDIRIMI, ServiceWay.ELEKTRONIK, RULES, DEADLINES, "sistem", on("2026-05-29"));
        assertThat(events(basvuru)).hasSize(before);
    }

    @Test
    void whoPaysBeforeTheReceiptComesHasPaidInTime() {
        var basvuru = chargedBy(ServiceWay.POSTA);

        basvuru.pay(LocalDate.of(2026, 6, 22), "MAK-1", RULES, DEADLINES, "bilgi", on("2026-06-22"));

        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 7, 13));
        assertThat(basvuru.awaitsService(ServedPaper.UCRET_BILDIRIMI)).isFalse();
        assertThat(list(basvuru)).isEmpty();
    }

    @Test
    void anUnservedNoticeIsBroughtToTheManagersAfterThirtyDaysAndTakenBackByItsService() {
        var basvuru = chargedBy(ServiceWay.POSTA);
        var late = on("2026-06-18");
        assertThat(basvuru.isLate(late.minusSeconds(86_400))).isFalse();
        assertThat(basvuru.isLate(late)).isTrue();
        basvuru.markLate(late.plusSeconds(86_400), "sistem", late);

        serve(basvuru, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, "2026-06-17", late);

        assertThat(basvuru.isLate(late)).isFalse();
        assertThat(basvuru.escalationLevel()).isZero();
        assertThat(lastEvent(basvuru)).isInstanceOf(BasvuruEvent.YukseltmeGeriAlindi.class);
    }

    @Test
    void aHolidayMovesOnlyWhatRuns() {
        var unserved = chargedBy(ServiceWay.POSTA);
        assertThat(unserved.recalculate(List.of(), BasvuruLawTest.withHoliday("2026-06-10"), "surec", NOW))
                .isFalse();
        assertThat(unserved.payUntil()).isNull();
        var served = chargedBy(ServiceWay.POSTA);
        serve(served, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, "2026-05-25", on("2026-05-26"));

        served.recalculate(List.of(), BasvuruLawTest.withHoliday("2026-06-10"), "surec", on("2026-05-26"));

        assertThat(served.payUntil()).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(served.counting().from()).isEqualTo(LocalDate.of(2026, 6, 22));
    }

    @Test
    void theReceiptIsSubmittedWithinThePeriodToPay() {
        var nobody = new RuleContext(false, List.of(), ServiceWay.ELEKTRONIK);
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        assertThat(basvuru.possibleSteps(RULES, nobody, on("2026-06-15"))).contains(LegalStep.RECEIPT);
        assertThat(basvuru.possibleSteps(RULES, nobody, on("2026-06-16"))).doesNotContain(LegalStep.RECEIPT);
        refused(basvuru, "ODEME_BELGESI_GEC", () -> submit(basvuru, "2026-06-15", "2026-06-16"));
        refused(basvuru, "ODEME_ILERIDE", () -> submit(basvuru, "2026-06-15", "2026-06-14"));

        submit(basvuru, "2026-06-12", "2026-06-15");

        assertThat(basvuru.submittedReceipt())
                .isEqualTo(new SubmittedReceipt(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 12), "DEK-1"));
        assertThat(lastEvent(basvuru))
                .isEqualTo(new BasvuruEvent.OdemeBelgesiSunuldu(
                        NUMBER, on("2026-06-15"), "vatandaş", LocalDate.of(2026, 6, 12), "DEK-1"));

        var unserved = chargedBy(ServiceWay.POSTA);
        submit(unserved, "2026-07-01", "2026-07-01");
        refuseReceipt(unserved, ServiceWay.POSTA, "2026-07-02");
        assertThat(unserved.payUntil()).isNull();
        assertThat(unserved.deadline().lastDay()).isEqualTo(SENT.plusDays(30));
        submit(unserved, "2026-07-01", "2026-07-02");
        confirmReceipt(unserved, "2026-07-02");
        assertThat(unserved.status()).isEqualTo(Status.BIRIMDE);
        assertThat(list(unserved)).isEmpty();
    }

    /** A stated payment counts once a clerk has accepted the proof; meanwhile nothing lapses (4982 md. 11). */
    @Test
    void aSubmittedReceiptCountsOnceAClerkHasConfirmedIt() {
        var nobody = new RuleContext(false, List.of(), ServiceWay.ELEKTRONIK);
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        refused(basvuru, "ODEME_BELGESI_YOK", () -> confirmReceipt(basvuru, "2026-06-15"));
        submit(basvuru, "2026-06-12", "2026-06-15");

        assertThat(basvuru.status()).isEqualTo(Status.UCRET_BEKLIYOR);
        assertThat(basvuru.unpaidFrom()).isNull();
        assertThat(basvuru.payUntil()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(basvuru.possibleSteps(RULES, nobody, on("2026-06-15")))
                .contains(LegalStep.RECEIPT_CONFIRMATION, LegalStep.RECEIPT_REFUSAL, LegalStep.PAYMENT)
                .doesNotContain(LegalStep.RECEIPT);
        refused(basvuru, "ODEME_BELGESI_INCELENIYOR", () -> submit(basvuru, "2026-06-12", "2026-06-15"));
        basvuru.lapseUnpaid("sistem", on("2026-06-30"));
        assertThat(basvuru.isOpen()).isTrue();
        basvuru.recalculate(List.of(), BasvuruLawTest.withHoliday("2026-06-10"), "surec", on("2026-06-16"));
        assertThat(basvuru.submittedReceipt()).isNotNull();
        refused(
                basvuru,
                "ODEME_BELGESI_DEGISTI",
                () -> basvuru.confirmReceipt("DEK-2", RULES, DEADLINES, "bilgi", on("2026-06-17")));

        confirmReceipt(basvuru, "2026-06-17");

        // From the day on which the receipt came, not from the payment nor from the check
        assertThat(basvuru.status()).isEqualTo(Status.BIRIMDE);
        assertThat(basvuru.submittedReceipt()).isNull();
        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(lastEvent(basvuru)).isInstanceOfSatisfying(BasvuruEvent.UcretOdendi.class, paid -> {
            assertThat(paid.paidOn()).isEqualTo("2026-06-12");
            assertThat(paid.receipt()).isEqualTo("DEK-1");
            assertThat(paid.actor()).isEqualTo("bilgi");
        });
        refused(basvuru, "DURUM_UYGUN_DEGIL", () -> submit(basvuru, "2026-06-12", "2026-06-17"));
    }

    /** The office's check must not use up the applicant's period: what was left at submission runs again. */
    @ParameterizedTest
    @CsvSource({
        // on the last day: one working day is left
        "2026-06-15, 2026-06-17, ELEKTRONIK, 2026-06-18, 2026-07-09",
        // three working days before it
        "2026-06-10, 2026-06-17, ELEKTRONIK, 2026-06-22, 2026-07-13",
        // refused at once: never earlier than what was written
        "2026-05-18, 2026-05-18, ELEKTRONIK, 2026-06-15, 2026-07-06",
        // the refusal itself goes by post
        "2026-06-15, 2026-06-17, POSTA, 2026-07-08, 2026-07-30"
    })
    void aRefusedReceiptLetsThePeriodRunAgain(
            String submitted, String refused, ServiceWay way, LocalDate payUntil, LocalDate limit) {
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        submit(basvuru, "2026-05-18", submitted);

        refuseReceipt(basvuru, way, refused);

        assertThat(basvuru.submittedReceipt()).isNull();
        assertThat(basvuru.payUntil()).isEqualTo(payUntil);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(limit);
        var at = on(refused);
        assertThat(lastEvent(basvuru)).isInstanceOfSatisfying(BasvuruEvent.OdemeBelgesiKabulEdilmedi.class, event -> {
            assertThat(event.reason()).isEqualTo("Başka bir ödeme.");
            assertThat(event.at()).isEqualTo(at);
            assertThat(event.payUntil()).isEqualTo(payUntil);
            assertThat(event.unpaidFrom()).isEqualTo(basvuru.unpaidFrom());
            assertThat(event.newLastDay()).isEqualTo(limit);
        });
        basvuru.lapseUnpaid("sistem", on(payUntil.plusDays(1).toString()));
        assertThat(basvuru.isLapsedUnpaid()).isTrue();
    }

    /** A holiday within the period that runs again moves its last day (4982 md. 11). */
    @Test
    void aHolidayMovesThePeriodThatRunsAgain() {
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        submit(basvuru, "2026-05-18", "2026-06-10");
        refuseReceipt(basvuru, ServiceWay.ELEKTRONIK, "2026-06-17");
        assertThat(basvuru.payUntil()).isEqualTo("2026-06-22");

        basvuru.recalculate(List.of(), BasvuruLawTest.withHoliday("2026-06-19"), "surec", on("2026-06-18"));

        assertThat(basvuru.payUntil()).isEqualTo("2026-06-23");
    }

    @Test
    void aClerksOwnEntryOfThePaymentSettlesTheReceipt() {
        var basvuru = chargedBy(ServiceWay.ELEKTRONIK);
        submit(basvuru, "2026-06-12", "2026-06-15");
        basvuru.pay(LocalDate.of(2026, 6, 11), "MAK-1", RULES, DEADLINES, "bilgi", on("2026-06-16"));
        assertThat(basvuru.submittedReceipt()).isNull();
        assertThat(requireNonNull(basvuru.fee).receipt()).isEqualTo("MAK-1");
    }

    /** The notice cuts the 15 or the extended 30 iş günü, whichever ran (4982 md. 11). */
    @Test
    void afterAPaymentTheExtendedLimitRunsWhereThatWasCut() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        extend(basvuru, ServiceWay.ELEKTRONIK, NOW);
        charge(basvuru, ServiceWay.ELEKTRONIK, on("2026-06-15"));
        basvuru.pay(LocalDate.of(2026, 6, 22), "MAK-1", RULES, DEADLINES, "bilgi", on("2026-06-22"));
        assertThat(basvuru.deadline().limit()).isEqualTo(30);
    }

    private static void submit(Basvuru basvuru, String paidOn, String today) {
        basvuru.submitReceipt(LocalDate.parse(paidOn), "DEK-1", "vatandaş", on(today));
    }

    private static void confirmReceipt(Basvuru basvuru, String today) {
        basvuru.confirmReceipt("DEK-1", RULES, DEADLINES, "bilgi", on(today));
    }

    private static void refuseReceipt(Basvuru basvuru, ServiceWay way, String today) {
        basvuru.refuseReceipt("Başka bir ödeme.", way, RULES, DEADLINES, "bilgi", on(today));
    }

    @Test
    void aWithdrawalEndsTheWaitingForTheFeesReceipt() {
        var basvuru = chargedBy(ServiceWay.POSTA);
        basvuru.withdraw(null, "vatandaş", NOW);
        assertThat(list(basvuru)).isEmpty();
        assertThat(basvuru.awaitsService(ServedPaper.UCRET_BILDIRIMI)).isFalse();
    }

    // Extension

    @Test
    void anExtensionByPostIsRefusedOnTheLastDayAlone() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        var lastDay = on("2026-06-12");
        refused(basvuru, "SURE_UZATIMI_POSTA_ULASMAZ", () -> extend(basvuru, ServiceWay.POSTA, lastDay));
        assertThat(basvuru.possibleSteps(RULES, new RuleContext(false, List.of(), ServiceWay.POSTA), lastDay))
                .doesNotContain(LegalStep.EXTENSION);
        assertThat(basvuru.possibleSteps(RULES, new RuleContext(false, List.of(), ServiceWay.ELEKTRONIK), lastDay))
                .contains(LegalStep.EXTENSION);
        extend(basvuru, ServiceWay.ELEKTRONIK, lastDay);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(EXTENDED);

        var dayBefore = atTheUnit(Channel.BILGI_EDINME);
        extend(dayBefore, ServiceWay.POSTA, on("2026-06-11"));
        assertThat(dayBefore.deadline().lastDay()).isEqualTo(EXTENDED);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-12, false", "2026-06-13, true"})
    void anExtensionThatComesAfterTheFifteenDaysExtendsNothing(String servedOn, boolean lost) {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        extend(basvuru, ServiceWay.POSTA, on("2026-06-10"));
        assertThat(basvuru.possibleSteps(RULES, new RuleContext(false, List.of(), ServiceWay.POSTA), on("2026-06-16")))
                .contains(LegalStep.SERVICE);
        assertThat(basvuru.isExtensionLost()).isFalse();
        var at = on("2026-06-16");

        serve(basvuru, ServedPaper.SURE_UZATIMI, ServiceWay.POSTA, servedOn, at);

        assertThat(basvuru.isExtensionLost()).isEqualTo(lost);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(lost ? LAST_DAY : EXTENDED);
        assertThat(basvuru.counting().extended()).isEqualTo(!lost);
        assertThat(basvuru.isLate(at)).isEqualTo(lost);
        if (lost) {
            assertThat(lastEvent(basvuru))
                    .isEqualTo(new BasvuruEvent.UzatmaUlasmadi(
                            NUMBER,
                            at,
                            "bilgi",
                            LAST_DAY,
                            EXTENDED,
                            LAST_DAY,
                            Instant.parse("2026-06-12T21:00:00Z"),
                            null));
        }
        assertThat(basvuru.possibleSteps(RULES, new RuleContext(false, List.of(), ServiceWay.POSTA), at))
                .doesNotContain(LegalStep.SERVICE);
    }

    @Test
    void anExtensionThatIsLostAfterAPaymentGivesFifteenDaysFromThere() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        extend(basvuru, ServiceWay.POSTA, on("2026-06-10"));
        charge(basvuru, ServiceWay.POSTA, on("2026-06-15"));
        var stands = basvuru.deadline();

        serve(basvuru, ServedPaper.SURE_UZATIMI, ServiceWay.POSTA, "2026-06-15", on("2026-06-16"));

        assertThat(basvuru.deadline()).isEqualTo(stands);
        basvuru.pay(LocalDate.of(2026, 6, 22), "MAK-1", RULES, DEADLINES, "bilgi", on("2026-06-22"));
        assertThat(basvuru.deadline().limit()).isEqualTo(15);
        assertThat(basvuru.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 7, 13));
    }

    @Test
    void theSecondLevelFollowsALimitThatGoesBack() {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        extend(basvuru, ServiceWay.POSTA, on("2026-06-10"));
        var at = on("2026-07-06");
        basvuru.markLate(Instant.parse("2026-07-08T21:00:00Z"), "sistem", at);

        serve(basvuru, ServedPaper.SURE_UZATIMI, ServiceWay.POSTA, "2026-06-15", at);

        assertThat(requireNonNull(basvuru.secondLimit())).isBefore(at);
        assertThat(((BasvuruEvent.LimitMoved) lastEvent(basvuru)).secondLimit()).isEqualTo(basvuru.secondLimit());
    }

    // Answer

    @Test
    void theAnswersServiceIsKeptAndBeginsThePeriodToObject() {
        var basvuru = toBeSent(Channel.BILGI_EDINME);
        basvuru.answerDelivered(ServiceWay.POSTA, "sistem", NOW);
        assertThat(list(basvuru)).containsExactly(awaited(ServedPaper.CEVAP, SENT));
        assertThat(basvuru.service(ServedPaper.CEVAP)).isEqualTo(new Tebligat(ServiceWay.POSTA, SENT, null));

        serve(basvuru, ServedPaper.CEVAP, ServiceWay.POSTA, "2026-06-01", on("2026-06-02"));

        assertThat(basvuru.isOpen()).isFalse();
        // 15 gün after 1 June end on the 16th; after the day of sending they would have ended on 2 June
        refused(basvuru, "ITIRAZ_GEC", () -> object(basvuru, "2026-06-17"));
        object(basvuru, "2026-06-16");
    }

    @Test
    void anAnswerThatWasDivertedToThePostStaysWhatItIs() {
        var basvuru = toBeSent(Channel.CIMER);
        basvuru.redirect(ServedPaper.CEVAP, ServiceWay.ELEKTRONIK, RULES, DEADLINES, "sistem", NOW);
        assertThat(basvuru.service(ServedPaper.CEVAP)).isNull();
        basvuru.redirect(ServedPaper.CEVAP, ServiceWay.POSTA, RULES, DEADLINES, "sistem", NOW);
        basvuru.answerDelivered(ServiceWay.ELEKTRONIK, "sistem", NOW);
        assertThat(basvuru.awaitsService(ServedPaper.CEVAP)).isTrue();

        basvuru.reopen("Yine.", RULES, DEADLINES, "vatandaş", NOW);

        assertThat(basvuru.service(ServedPaper.CEVAP)).isNull();
        assertThat(list(basvuru)).isEmpty();
    }

    // Refusals

    @Test
    void aDayOfServiceContradictsNeitherTodayNorTheDispatch() {
        var basvuru = chargedBy(ServiceWay.POSTA);
        var at = on("2026-05-25");
        refused(
                basvuru,
                "TEBLIG_ILERIDE",
                () -> serve(basvuru, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, "2026-05-26", at));
        refused(
                basvuru,
                "TEBLIG_GONDERIMDEN_ONCE",
                () -> serve(basvuru, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, "2026-05-17", at));
        refused(
                basvuru,
                "TEBLIG_BEKLENMIYOR",
                () -> serve(basvuru, ServedPaper.SURE_UZATIMI, ServiceWay.POSTA, "2026-05-20", at));
        serve(basvuru, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, "2026-05-18", at);
        assertThat(basvuru.payUntil()).isEqualTo(LocalDate.of(2026, 6, 15));
        var electronic = chargedBy(ServiceWay.ELEKTRONIK);
        refused(
                electronic,
                "TEBLIG_BEKLENMIYOR",
                () -> serve(electronic, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, "2026-05-20", at));
    }

    // How it is done

    private static Basvuru chargedBy(ServiceWay way) {
        var basvuru = atTheUnit(Channel.BILGI_EDINME);
        charge(basvuru, way, NOW);
        return basvuru;
    }

    private static void charge(Basvuru basvuru, ServiceWay way, Instant at) {
        basvuru.notifyFee(FeeNotice.of(BigDecimal.TEN, 40), way, RULES, DEADLINES, "bilgi", at);
    }

    private static void extend(Basvuru basvuru, ServiceWay way, Instant at) {
        basvuru.extend(ExtensionGround.BASKA_BIRIM, "Arşiv.", way, DEADLINES, "bilgi", at);
    }

    private static void serve(Basvuru basvuru, ServedPaper paper, ServiceWay way, String servedOn, Instant at) {
        basvuru.serve(paper, way, LocalDate.parse(servedOn), RULES, DEADLINES, "bilgi", at);
    }

    private static Itiraz object(Basvuru basvuru, String filedOn) {
        return Itiraz.file(
                basvuru,
                List.of(),
                new Itiraz.Filing(LocalDate.parse(filedOn), "K-1", null, null),
                DEADLINES,
                "bilgi",
                on(filedOn));
    }

    private static Instant on(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(OfficeClock.ISTANBUL).toInstant();
    }

    private static ServiceAwaited awaited(ServedPaper paper, LocalDate sentOn) {
        return new ServiceAwaited(NUMBER, paper, sentOn, true);
    }

    /** What stands on the list of letters that wait, after all its events. */
    private static List<ServiceAwaited> list(Basvuru basvuru) {
        Collection<?> all = requireNonNull(ReflectionTestUtils.invokeMethod(basvuru, "domainEvents"));
        var list = new java.util.LinkedHashMap<ServedPaper, ServiceAwaited>();
        for (var event : all) {
            if (event instanceof ServiceAwaited one) {
                list.remove(one.paper());
                if (one.awaited()) {
                    list.put(one.paper(), one);
                }
            }
        }
        return List.copyOf(list.values());
    }

    private static void refused(Basvuru basvuru, String code, ThrowingCallable step) {
        int before = events(basvuru).size();
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo(code));
        assertThat(events(basvuru)).hasSize(before);
    }
}

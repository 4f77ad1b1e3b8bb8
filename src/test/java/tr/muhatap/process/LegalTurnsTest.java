package tr.muhatap.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ExtensionGround;
import tr.muhatap.basvuru.FeeNotice;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.ServedPaper;
import tr.muhatap.basvuru.ServiceWay;
import tr.muhatap.basvuru.Status;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;
import tr.muhatap.channel.ChannelCases;
import tr.muhatap.channel.EachChannel;
import tr.muhatap.problem.InvalidInputException;
import tr.muhatap.problem.RuleViolationException;

/** Every turn that the law brings, in the record and in its process at once. All dates lie in 2026, counted by hand. */
@ProcessTest
class LegalTurnsTest {

    private static final Instant MONDAY_18_MAY = Instant.parse("2026-05-18T07:15:00Z");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-12");
    private static final LocalDate EXTENDED_LAST_DAY = LocalDate.parse("2026-07-03");

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private ItirazRegister objections;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private History history;

    @AfterEach
    void backToRealTime() {
        office.backToRealTime();
    }

    // Extension

    @Test
    void anExtensionMovesTheLimitItsTimerAndTheTaskToThirtyWorkingDays() {
        String number = atTheUnitOn18May();

        register.extend(number, ExtensionGround.BASKA_BIRIM, "Arşivden istenecek.");

        assertThat(office.record(number).deadline().lastDay()).isEqualTo(EXTENDED_LAST_DAY);
        timerStandsWhereTheRecordSays(number);
        assertThat(task("Cevap_Hazirlama", office.process(number)))
                .hasDueDate(Date.from(Instant.parse("2026-07-03T20:59:59Z")));
        assertThat(actions(number)).contains("SureUzatildi", "MesajIletildi");
        assertThat(office.process(number)).hasPassed("Yeni_Sure_Isliyor").hasNotPassed("Sure_Doldu");

        office.movesTo(Instant.parse("2026-06-15T06:00:00Z"));
        office.runsDueJobs(number);
        assertThat(office.process(number)).isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama");
        office.limitPasses(number);
        assertThat(office.openTasks(number)).contains("Yonetici_Mudahalesi");
    }

    @Test
    void anExtensionComesBeforeTheLimitEndsAndNeverTwice() {
        String number = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-06-11T20:59:00Z"));
        register.extend(number, ExtensionGround.BASKA_KURUM_GORUSU, "Görüş bekleniyor.");
        refused(number, "ikinci kez", () -> register.extend(number, ExtensionGround.BASKA_BIRIM, "Yine."));

        office.movesTo(MONDAY_18_MAY);
        String late = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-06-12T21:00:00Z"));
        refused(late, "11’inci maddesi", () -> register.extend(late, ExtensionGround.BASKA_BIRIM, "Geç."));
        assertThat(office.record(late).deadline().lastDay()).isEqualTo(LAST_DAY);
    }

    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void onlyAnInformationRequestIsExtendedOrCharged(Channel channel) {
        String number = office.atTheUnit(channel);

        refused(number, "4982", () -> register.extend(number, ExtensionGround.BASKA_BIRIM, "Neden?"));
        refused(number, "4982", () -> office.notifiesFee(number, new BigDecimal("10.00"), 40));
    }

    @ParameterizedTest
    @MethodSource(ChannelCases.NOT_4982)
    void anInformationRequestRunsTheProcessOf4982AndKeepsNumberChannelAndClock(Channel channel) {
        office.movesTo(MONDAY_18_MAY);
        String number = office.asksForInformation(channel);

        assertThat(office.instances(number))
                .singleElement()
                .satisfies(instance ->
                        assertThat(instance.getProcessDefinitionId()).startsWith("bilgi-edinme:"));
        assertThat(office.record(number).channel()).isEqualTo(channel);
        assertThat(office.openTasks(number)).containsExactly("On_Inceleme");
        office.reviews(number, "KABUL");
        office.routes(number, "fen-isleri");
        timerStandsWhereTheRecordSays(number);

        register.extend(number, ExtensionGround.BASKA_BIRIM, "Bilgi arşivden getirtilecek.");
        assertThat(office.record(number).deadline().lastDay()).isEqualTo(EXTENDED_LAST_DAY);
        timerStandsWhereTheRecordSays(number);
        office.notifiesFee(number, new BigDecimal("10.00"), 40);
        assertThat(office.record(number).status()).isEqualTo(Status.UCRET_BEKLIYOR);
        register.pay(number, LocalDate.parse("2026-05-18"), "MAK-1");
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.instances(number)).isEmpty();
    }

    // Fee

    @Test
    void aFeeNoticeCutsTheClockAndPaymentStartsItAnew() {
        String number = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-05-25T07:00:00Z"));

        office.notifiesFee(number, new BigDecimal("125.50"), 40);

        assertThat(office.record(number).status()).isEqualTo(Status.UCRET_BEKLIYOR);
        assertThat(office.openTasks(number)).isEmpty();
        // 15 iş günü after 25 May end on 19 June: Kurban Bayramı and its half day lie between
        assertThat(office.record(number).unpaidFrom()).isEqualTo(Instant.parse("2026-06-19T21:00:00Z"));
        assertThat(office.jobs(number, "Ucret_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo("2026-06-19T21:00:00Z"));
        timerStandsWhereTheRecordSays(number);
        assertThat(office.limitTimer(number)).isAfter(Instant.parse("2026-06-19T21:00:00Z"));

        office.movesTo(Instant.parse("2026-06-16T07:00:00Z"));
        office.runsDueJobs(number);
        register.pay(number, LocalDate.parse("2026-06-15"), "MAK-17");

        assertThat(office.record(number).status()).isEqualTo(Status.BIRIMDE);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
        assertThat(office.record(number).deadline().lastDay()).isEqualTo(LocalDate.parse("2026-07-06"));
        timerStandsWhereTheRecordSays(number);
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.instances(number)).isEmpty();
    }

    /** While a clerk has to check the receipt nothing lapses; refused, the period runs again. */
    @Test
    void aSubmittedReceiptStopsTheLapseUntilItIsChecked() {
        String number = atTheUnitOn18May();
        office.notifiesFee(number, new BigDecimal("125.50"), 40);
        var lapse = requireNonNull(office.record(number).unpaidFrom());
        office.movesTo(lapse.minusSeconds(3600));
        var today = LocalDate.ofInstant(lapse.minusSeconds(3600), OfficeClock.ISTANBUL);
        register.submitReceipt(number, today, "DEK-1", "vatandaş");
        assertThat(register.withReceiptToCheck()).extracting(Basvuru::number).contains(number);

        office.movesTo(lapse.plusSeconds(3600));
        office.runsDueJobs(number);
        assertThat(office.record(number).status()).isEqualTo(Status.UCRET_BEKLIYOR);

        register.refuseReceipt(number, "Dekont başka bir ödemeye ait.");
        var again = requireNonNull(office.record(number).unpaidFrom());
        assertThat(again).isAfter(lapse);
        assertThat(office.jobs(number, "Ucret_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo(again));
        timerStandsWhereTheRecordSays(number);

        register.submitReceipt(number, today, "DEK-2", "vatandaş");
        register.confirmReceipt(number, "DEK-2");
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
        assertThat(register.withReceiptToCheck()).extracting(Basvuru::number).doesNotContain(number);
        timerStandsWhereTheRecordSays(number);
        assertThat(actions(number))
                .containsSubsequence(
                        "OdemeBelgesiSunuldu", "OdemeBelgesiKabulEdilmedi", "OdemeBelgesiSunuldu", "UcretOdendi");
    }

    /**
     * The letter takes a week: until its receipt is there nothing lapses, and the limit's timer asks for it after 30
     * days.
     */
    @Test
    void aFeeNoticeByPostLapsesFromItsServiceOn() {
        String number = atTheUnitOn18May();

        register.notifyFee(number, FeeNotice.of(new BigDecimal("125.50"), 40));

        assertThat(office.openTasks(number)).isEmpty();
        assertThat(office.limitTimer(number)).isEqualTo(Instant.parse("2026-06-17T21:00:00Z"));
        timerStandsWhereTheRecordSays(number);
        office.limitPasses(number);
        assertThat(office.openTasks(number)).containsExactly("Yonetici_Mudahalesi");
        assertThat(office.record(number).status()).isEqualTo(Status.UCRET_BEKLIYOR);

        register.serve(number, ServedPaper.UCRET_BILDIRIMI, ServiceWay.POSTA, LocalDate.parse("2026-06-08"));

        // 15 iş günü after 8 June end on the 29th, 15 more on 21 July: 15 July is a holiday
        assertThat(office.record(number).payUntil()).isEqualTo(LocalDate.parse("2026-06-29"));
        assertThat(office.openTasks(number)).isEmpty();
        assertThat(office.jobs(number, "Ucret_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo("2026-06-29T21:00:00Z"));
        assertThat(office.limitTimer(number)).isEqualTo(Instant.parse("2026-07-21T21:00:00Z"));
        timerStandsWhereTheRecordSays(number);
        assertThat(actions(number)).endsWith("TebligEdildi", "OdemeSuresiBelirlendi", "YukseltmeGeriAlindi");

        office.movesTo(Instant.parse("2026-06-29T21:00:01Z"));
        office.runsDueJobs(number);
        assertThat(office.record(number).outcome()).isEqualTo(Outcome.VAZGECILDI);
        assertThat(office.instances(number)).isEmpty();
    }

    /** The extension was posted in time and came too late: the 15 iş günü stand, and they are over (4982 md. 11). */
    @Test
    void anExtensionThatCameTooLateEscalatesByTheLimitOfBefore() {
        String number = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-06-10T07:00:00Z"));
        register.extend(number, ExtensionGround.BASKA_BIRIM, "Arşivden istenecek.");
        office.movesTo(Instant.parse("2026-06-17T07:00:00Z"));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");

        register.serve(number, ServedPaper.SURE_UZATIMI, ServiceWay.POSTA, LocalDate.parse("2026-06-15"));

        assertThat(office.record(number).deadline().lastDay()).isEqualTo(LAST_DAY);
        timerStandsWhereTheRecordSays(number);
        office.runsDueJobs(number);
        assertThat(office.openTasks(number))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
        assertThat(actions(number)).contains("UzatmaUlasmadi", "SuresiDoldu");
    }

    @Test
    void onTheLastDayAnExtensionIsRefusedWherePostIsTheOnlyWay() {
        String number = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-06-12T07:00:00Z"));
        refused(number, "yalnızca postayla", () -> register.extend(number, ExtensionGround.BASKA_BIRIM, "Geç."));

        register.correctContact(number, null, "ayse@example.org", "Deneme Mah. 1");
        register.extend(number, ExtensionGround.BASKA_BIRIM, "Arşiv.");

        assertThat(office.record(number).deadline().lastDay()).isEqualTo(EXTENDED_LAST_DAY);
        assertThat(office.record(number).awaitsService(ServedPaper.SURE_UZATIMI))
                .isFalse();
    }

    @Test
    void anUnpaidFeeEndsTheApplicationAsWithdrawnBeforeItCanBeLate() {
        String number = atTheUnitOn18May();
        office.notifiesFee(number, new BigDecimal("99.90"), 11);
        var lapse = requireNonNull(office.record(number).unpaidFrom());

        office.movesTo(lapse.minusSeconds(60));
        office.runsDueJobs(number);
        assertThat(office.record(number).isOpen()).isTrue();
        office.movesTo(lapse.plusSeconds(1));
        office.runsDueJobs(number);

        assertThat(office.record(number).outcome()).isEqualTo(Outcome.VAZGECILDI);
        assertThat(office.instances(number)).isEmpty();
        assertThat(office.passes(number, "Basvuru_Vazgecildi")).isOne();
        assertThat(actions(number)).doesNotContain("SuresiDoldu");
    }

    @Test
    void aFeeIsRefusedWhereTheLawDoesNotKnowIt() {
        String number = atTheUnitOn18May();
        refused(number, "ücretsiz olduğundan", () -> office.notifiesFee(number, BigDecimal.TEN, 10));
        refusedCompletion(number, "UCRET");
        office.notifiesFee(number, BigDecimal.TEN, 11);
        refused(number, "uzatılamaz", () -> register.extend(number, ExtensionGround.BASKA_BIRIM, "x"));
        refused(number, "gelecekte", () -> register.pay(number, LocalDate.parse("2026-05-19"), "M1"));
        refused(number, "önce", () -> register.pay(number, LocalDate.parse("2026-05-15"), "M1"));
        register.pay(number, LocalDate.parse("2026-05-18"), "M1");
        refused(number, "daha önce", () -> office.notifiesFee(number, BigDecimal.TEN, 11));

        String late = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-06-12T21:00:00Z"));
        refused(late, "11’inci maddesi", () -> office.notifiesFee(late, BigDecimal.TEN, 40));
    }

    @Test
    void theRecordSetsTheFeesStatusAndIsSavedOnce() {
        String number = atTheUnitOn18May();
        var before = version(number);
        register.notifyFee(number, FeeNotice.of(BigDecimal.TEN, 40));

        assertThat(version(number)).isEqualTo(before + 1);
        assertThat(office.record(number).status()).isEqualTo(Status.UCRET_BEKLIYOR);
        assertThat(office.process(number)).isWaitingAt("Ucret_Bekleniyor");
    }

    private long version(String number) {
        return jdbc.sql("select version from basvuru where number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    // Incomplete

    static List<Channel> waitingChannels() {
        return java.util.Arrays.stream(Channel.values())
                .filter(channel -> channel != Channel.BILGI_EDINME)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("waitingChannels")
    void whatLacksIsWaitedForAndReviewedAgain(Channel channel) {
        String number = office.registered(channel, "yol-cukur", List.of("Adres yok."));
        var limit = office.record(number).deadline();
        var process = office.process(number);
        office.reviews(number, "EKSIK");
        assertThat(office.record(number).status()).isEqualTo(Status.EKSIK_BEKLIYOR);
        assertThat(process)
                .isWaitingAtExactly("Sonuclandirma", "Eksik_Bekleniyor")
                .task()
                .isNull();

        register.complete(number, "Adresim: İğde Sokağı 5", "vatandaş");

        assertThat(office.record(number).status()).isEqualTo(Status.ON_INCELEMEDE);
        assertThat(office.record(number).text()).contains("İğde Sokağı 5");
        assertThat(office.record(number).deadline()).isEqualTo(limit);
        office.reviews(number, "EKSIK");
        office.movesTo(requireNonNull(office.record(number).incompleteUntil()).plusSeconds(1));
        office.runsDueJobs(number);
        assertThat(office.record(number).outcome()).isEqualTo(Outcome.ISLEME_KONULMADI);
        assertThat(process).hasPassed("Basvuru_Isleme_Konulmadi").isEnded();
    }

    @Test
    void aDefectiveInformationRequestIsNotProcessed() {
        String number = office.registered(Channel.BILGI_EDINME);
        var process = office.process(number);
        office.reviews(number, "EKSIK");
        assertThat(office.record(number).outcome()).isEqualTo(Outcome.ISLEME_KONULMADI);
        assertThat(process).hasNotPassed("Birime_Sevk").isEnded();
    }

    // Returns

    @Test
    void theThirdReturnGoesToTheManager() {
        String number = office.registered(Channel.ALO_153);
        for (int round = 1; round <= 3; round++) {
            assertThat(office.candidates(number, "Birime_Sevk")).containsExactly("halkla-iliskiler");
            office.routes(number, OfficeFixture.UNIT);
            office.returns(number);
        }
        assertThat(office.candidates(number, "Birime_Sevk")).containsExactly("halkla-iliskiler-yoneticisi");
    }

    // Withdrawal

    @ParameterizedTest
    @EachChannel
    void aWithdrawalEndsTheApplicationAlsoWhileItIsEscalated(Channel channel) {
        String number = office.atTheUnit(channel);
        office.limitPasses(number);
        office.secondLimitPasses(number);

        register.withdraw(number, "Sorun çözüldü.", "vatandaş");

        closedByWithdrawal(number);
    }

    @ParameterizedTest
    @EachChannel
    void aWithdrawalEndsTheApplicationAlsoWhileItIsSent(Channel channel) {
        String number = office.approved(channel);

        register.withdraw(number, null, "vatandaş");

        closedByWithdrawal(number);
        refused(number, "kapandığından", () -> register.withdraw(number, null, "vatandaş"));
    }

    @Test
    void aWithdrawalEndsTheApplicationAlsoWhileAFeeIsAwaited() {
        String number = atTheUnitOn18May();
        office.notifiesFee(number, BigDecimal.TEN, 40);

        register.withdraw(number, null, "vatandaş");

        closedByWithdrawal(number);
    }

    // Reopening

    @ParameterizedTest
    @EachChannel
    void aReopenedApplicationRunsAnewUnderItsNumberAndIsAnsweredAgain(Channel channel) {
        String number = office.approved(channel);
        office.runsDueJobs(number);
        var firstLimit = office.record(number).deadline();
        office.movesTo(Instant.now().plusSeconds(5 * 86_400));

        register.reopen(number, "Çukur yine açıldı.", "vatandaş");

        assertThat(office.record(number).status()).isEqualTo(Status.ON_INCELEMEDE);
        assertThat(office.openTasks(number)).containsExactly("On_Inceleme");
        assertThat(office.record(number).deadline().lateFrom()).isAfter(firstLimit.lateFrom());
        timerStandsWhereTheRecordSays(number);
        office.reviews(number, "KABUL");
        office.routes(number, OfficeFixture.UNIT);
        refusedCompletion(number, "CEVAP");
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.record(number).status()).isEqualTo(Status.KAPANDI);
        assertThat(actions(number).stream().filter("Kapandi"::equals)).hasSize(2);
        assertThat(history.of(number))
                .filteredOn(entry -> entry.action().equals("YenidenAcildi"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("previousAnswer", "Çukur kapatıldı.")
                        .containsEntry("previousOutcome", "OLUMLU"));
    }

    @Test
    void reopeningHasItsTime() {
        String number = office.approved(Channel.ALO_153);
        refused(number, "açık", () -> register.reopen(number, "Neden?", "vatandaş"));
        office.runsDueJobs(number);
        office.movesTo(requireNonNull(office.record(number).closedAt()).plusSeconds(31 * 86_400));
        refused(number, "30 gün", () -> register.reopen(number, "Geç.", "vatandaş"));
    }

    // Joining, interim answer, appeal

    @Test
    void joinedApplicationsKeepTheirOwnLimitAndTheirOwnAnswer() {
        String main = office.atTheUnit(Channel.ALO_153);
        String joined = office.atTheUnit(Channel.CIMER);
        var limit = office.record(joined).deadline();

        register.join(joined, main);

        assertThat(office.record(joined).mainNumber()).isEqualTo(main);
        assertThat(office.record(joined).deadline()).isEqualTo(limit);
        assertThat(office.openTasks(joined)).containsExactly("Cevap_Hazirlama");
        refused(main, "ana başvurusu olduğundan", () -> register.join(main, office.atTheUnit(Channel.CIMER)));
        refused(main, "başka bir başvurunun numarasını", () -> register.join(main, main));
        String third = office.atTheUnit(Channel.DIJITAL);
        refused(third, "birleştirilmiş", () -> register.join(third, joined));
    }

    @Test
    void anInterimAnswerClosesNothingAndMovesNoClock() {
        String number = office.atTheUnit(Channel.BEYAZ_MASA);
        var limit = office.record(number).deadline();

        register.answerMeanwhile(number, "Keşif yapıldı; malzeme bekleniyor.");

        assertThat(office.record(number).deadline()).isEqualTo(limit);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
        assertThat(actions(number)).contains("AraCevapVerildi");
    }

    @Test
    void anObjectionBeforeTheBoardHasItsOwnClock() {
        String number = atTheUnitOn18May();
        refused(number, "kapanmadığından", () -> objects(number, "2026-05-18", "K-1", null));
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        register.serve(number, ServedPaper.CEVAP, ServiceWay.POSTA, LocalDate.parse("2026-05-18"));
        office.movesTo(Instant.parse("2026-06-05T07:00:00Z"));
        refused(number, "15 gün", () -> objects(number, "2026-06-03", "K-1", null));
        refused(number, "gelecekte", () -> objects(number, "2026-06-06", "K-1", null));

        objects(number, "2026-06-01", "K-1", null);

        assertThat(office.instances(number)).as("the Board has not asked yet").isEmpty();
        refused(number, "sonuçlanmamış", () -> objects(number, "2026-06-01", "K-2", null));
        objections.request(number, null, LocalDate.parse("2026-06-03"));
        assertThat(history.of(number))
                .filteredOn(entry -> entry.action().equals("KurulBilgiIstedi"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("answerUntil", "2026-06-24"));
        assertThat(office.openTasks(number)).containsExactly("Kurula_Cevap");
        assertThat(office.candidates(number, "Kurula_Cevap")).containsExactly("bilgi-edinme-birimi");
        objections.answer(number, null, LocalDate.parse("2026-06-05"));
        assertThat(office.instances(number)).isEmpty();
        objections.decide(number, "K-1", tr.muhatap.basvuru.AppealOutcome.RET);
        assertThat(actions(number))
                .endsWith("ItirazEdildi", "KurulBilgiIstedi", "KurulaCevapVerildi", "ItirazSonuclandi");
    }

    /**
     * The citizen does not wait for our answer, the Board asks, and the application goes on meanwhile (2577 md. 10).
     */
    @Test
    void silenceIsObjectedToWhileTheApplicationIsOpenAndTheBoardsClockEscalatesByItself() {
        String number = atTheUnitOn18May();
        office.movesTo(Instant.parse("2026-06-17T07:00:00Z"));
        office.runsDueJobs(number);
        var own = office.openTasks(number);
        assertThat(own).contains("Cevap_Hazirlama", "Yonetici_Mudahalesi");

        objects(number, "2026-06-17", "K-1", "2026-06-17");

        assertThat(office.openTasks(number)).contains("Kurula_Cevap").containsAll(own);
        assertThat(office.jobs(number, "Kurul_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo("2026-07-08T21:00:00Z"));
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.record(number).isOpen()).isFalse();
        assertThat(office.openTasks(number)).containsExactly("Kurula_Cevap");
        objects(number, "2026-06-17", "K-2", "2026-06-17");
        assertThat(office.openTasks(number)).containsExactly("Kurula_Cevap", "Kurula_Cevap");
        objections.answer(number, "K-2", LocalDate.parse("2026-06-17"));
        assertThat(office.openTasks(number)).containsExactly("Kurula_Cevap");

        office.movesTo(Instant.parse("2026-07-08T21:00:01Z"));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Kurul_Yonetici_Mudahalesi", "Kurula_Cevap");
        assertThat(office.candidates(number, "Kurul_Yonetici_Mudahalesi"))
                .containsExactly("halkla-iliskiler-yoneticisi");
        office.completes("yonetici", number, "Kurul_Yonetici_Mudahalesi", Map.of("kurulMudahalesi", "UYAR"));
        office.movesTo(Instant.parse("2026-07-14T21:00:01Z"));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Kurul_Sube_Muduru_Mudahalesi", "Kurula_Cevap");

        office.completes("bilgi", number, "Kurula_Cevap", Map.of("kurulCevabi", "VERILDI"));

        assertThat(office.instances(number)).isEmpty();
        assertThat(actions(number))
                .contains("KurulSuresiDoldu", "KurulIkinciSureDoldu", "KurulCevabiHatirlatildi", "KurulaCevapVerildi");
    }

    private void objects(String number, String filedOn, String boardNumber, @Nullable String requestedOn) {
        objections.file(
                number,
                LocalDate.parse(filedOn),
                boardNumber,
                null,
                requestedOn == null ? null : LocalDate.parse(requestedOn));
    }

    // What comes along with a decision

    @Test
    void aDecisionCannotOverwriteWhatTheRecordTold() {
        String number = office.atTheUnit(Channel.ALO_153);

        assertThatThrownBy(() -> office.completes(
                        "fen",
                        number,
                        "Cevap_Hazirlama",
                        Map.of("birimKarari", "IADE", "birim", OfficeFixture.OTHER_UNIT)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
    }

    private String atTheUnitOn18May() {
        office.movesTo(MONDAY_18_MAY);
        return office.atTheUnit(Channel.BILGI_EDINME);
    }

    private void timerStandsWhereTheRecordSays(String number) {
        assertThat(office.limitTimer(number))
                .isEqualTo(office.record(number).deadline().lateFrom());
    }

    private void closedByWithdrawal(String number) {
        assertThat(office.record(number).status()).isEqualTo(Status.KAPANDI);
        assertThat(office.record(number).outcome()).isEqualTo(Outcome.VAZGECILDI);
        assertThat(office.instances(number)).isEmpty();
        assertThat(office.openTasks(number)).isEmpty();
        assertThat(office.jobs(number)).isEmpty();
        assertThat(actions(number)).contains("GeriCekildi", "Kapandi");
    }

    private List<String> actions(String number) {
        return history.of(number).stream().map(History.Entry::action).toList();
    }

    private void refused(String number, String rule, ThrowingCallable step) {
        var before = actions(number);
        assertThatThrownBy(step).isInstanceOf(RuleViolationException.class).hasMessageContaining(rule);
        assertThat(actions(number)).isEqualTo(before);
    }

    private void refusedCompletion(String number, String decision) {
        assertThatThrownBy(() -> office.completes("fen", number, "Cevap_Hazirlama", Map.of("birimKarari", decision)))
                .isInstanceOf(RuleViolationException.class);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
    }
}

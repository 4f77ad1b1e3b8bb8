package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.Office;
import tr.muhatap.access.Groups;
import tr.muhatap.basvuru.AppealOutcome;
import tr.muhatap.basvuru.BasvuruEvent;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.History;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.calendar.OpenLimits;
import tr.muhatap.channel.Channel;
import tr.muhatap.dosya.HistoryWords;

/** The office changes its holiday table: limits, timers, lapses and second levels follow, once each. */
@ProcessTest
class HolidayMovesTest {

    private static final String PASSWORD = "Deneme-Parolasi-1";
    private static final String PATH = "/api/v1/holidays/2026-06-03";
    private static final Instant MONDAY_18_MAY = Instant.parse("2026-05-18T07:15:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private OpenLimits openLimits;

    @Autowired
    private History history;

    @Autowired
    private HistoryWords words;

    @Autowired
    private MuracaatRegister recourses;

    @Autowired
    private ItirazRegister objections;

    @Autowired
    private ApplicationEventMulticaster listeners;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private ManagementService managementService;

    @BeforeEach
    void onAnEmptyDeskInMay() {
        jdbc.sql("update basvuru set calendar_version = 1000000 where status <> 'KAPANDI'")
                .update();
        jdbc.sql("update muracaat set calendar_version = 1000000").update();
        office.movesTo(MONDAY_18_MAY);
        var owner = identityService.newUser("surec");
        owner.setPassword(PASSWORD);
        identityService.saveUser(owner);
        identityService.createMembership("surec", Groups.SUREC_SAHIBI);
    }

    @AfterEach
    void backToRealTime() {
        new Office(port, PASSWORD).delete("surec", PATH);
        identityService.deleteUser("surec");
        jdbc.sql("update basvuru set calendar_version = 0 where calendar_version = 1000000")
                .update();
        office.backToRealTime();
    }

    @Test
    void aNewHolidayMovesOpenLimitsWithTheirTimersAndItsDeletionMovesThemBack() {
        String inWorkingDays = office.atTheUnit(Channel.BILGI_EDINME);
        String inDays = office.atTheUnit(Channel.ALO_153);
        String closed = office.approved(Channel.BILGI_EDINME);
        office.runsDueJobs(closed);
        var closedLimit = office.record(closed).deadline();

        var entered = enter3June();

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.body().get("moved").asInt()).isEqualTo(1);
        assertThat(lastDay(inWorkingDays)).isEqualTo("2026-06-15");
        assertThat(lastDay(inDays)).isEqualTo("2026-06-01");
        assertThat(office.record(closed).deadline()).isEqualTo(closedLimit);
        timerStandsWhereTheRecordSays(inWorkingDays);
        timerStandsWhereTheRecordSays(inDays);
        assertThat(history.of(inWorkingDays))
                .filteredOn(entry -> entry.action().equals("TatilSureyiDegistirdi"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("surec");
                    assertThat(entry.detail())
                            .containsEntry("oldLastDay", "2026-06-12")
                            .containsEntry("newLastDay", "2026-06-15");
                });
        assertThat(openLimits.recalculate()).isZero();

        var removed = new Office(port, PASSWORD).delete("surec", PATH);
        assertThat(removed.response().headers().firstValue("Tasinan-Sureler")).hasValue("1");
        assertThat(lastDay(inWorkingDays)).isEqualTo("2026-06-12");
        timerStandsWhereTheRecordSays(inWorkingDays);
    }

    /** Nothing stays behind with the managers where the Board's limit lies ahead again (4982 md. 13). */
    @Test
    void theBoardsEscalationIsTakenBackAndComesAgain() {
        String number = office.approved(Channel.BILGI_EDINME);
        office.runsDueJobs(number);
        var day = LocalDate.of(2026, 5, 18);
        objections.file(number, day, "K-TATIL", null, day);
        office.movesTo(Instant.parse("2026-06-12T21:00:01Z"));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Kurul_Yonetici_Mudahalesi", "Kurula_Cevap");

        enter3June();

        assertThat(office.openTasks(number)).containsExactly("Kurula_Cevap");
        assertThat(office.jobs(number, "Kurul_Ikinci_Sinir")).isEmpty();
        assertThat(office.jobs(number, "Kurul_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo("2026-06-15T21:00:00Z"));
        office.movesTo(Instant.parse("2026-06-15T21:00:01Z"));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Kurul_Yonetici_Mudahalesi", "Kurula_Cevap");
        objections.answer(number, "K-TATIL", LocalDate.of(2026, 6, 15));
        assertThat(office.instances(number)).isEmpty();
    }

    @Test
    void theLapseOfAFeeFollowsToo() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        office.notifiesFee(number, BigDecimal.TEN, 40);
        var lapse = office.record(number).unpaidFrom();

        enter3June();

        assertThat(office.record(number).unpaidFrom()).isAfter(lapse);
        assertThat(office.jobs(number, "Ucret_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant())
                        .isEqualTo(office.record(number).unpaidFrom()));
        timerStandsWhereTheRecordSays(number);
    }

    @Test
    void theSecondLevelFollowsToo() {
        String number = office.atTheUnit(Channel.ALO_153);
        office.limitPasses(number);
        assertThat(secondLevel(number)).isEqualTo("2026-06-04T21:00:00Z");

        enter3June();

        assertThat(secondLevel(number)).isEqualTo("2026-06-07T21:00:00Z");
        assertThat(office.record(number).secondLimit()).isEqualTo("2026-06-07T21:00:00Z");
    }

    @Test
    void aLimitThatIsPastOnceAHolidayIsDeletedEscalatesOnce() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        enter3June();
        office.movesTo(Instant.parse("2026-06-13T06:00:00Z"));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");

        new Office(port, PASSWORD).delete("surec", PATH);
        office.runsDueJobs(number);

        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        office.managerDoes(number, Map.of("mudahale", "UYAR"));
        enter3June();
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
    }

    /** Whatever the managers did for the former limit, both levels come again, each at its time and once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aLimitThatMovesIntoTheFutureTakesTheEscalationBackAndEscalatesAgain(int done) {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        office.limitPasses(number);
        if (done > 0) {
            office.managerDoes(number, Map.of("mudahale", "UYAR"));
        }
        if (done > 1) {
            // The second limit is not over, but was brought forward
            managementService.executeJob(
                    office.jobs(number, "Ikinci_Sinir").get(0).getId());
        }
        if (done > 2) {
            office.directorDoes(number, Map.of("mudahale", "UYAR"));
        }

        enter3June();

        assertThat(office.process(number)).isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama");
        assertThat(office.record(number).escalationLevel()).isZero();
        assertThat(office.record(number).secondLimit()).isNull();
        timerStandsWhereTheRecordSays(number);
        assertThat(office.jobs(number)).hasSize(1);
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");

        office.limitPasses(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        office.secondLimitPasses(number);
        assertThat(office.openTasks(number))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
        assertThat(office.passes(number, "Yonetici_Mudahalesi")).isEqualTo(2);
        assertThat(history.of(number).stream().map(History.Entry::action))
                .containsSubsequence(
                        "SuresiDoldu",
                        "TatilSureyiDegistirdi",
                        "YukseltmeGeriAlindi",
                        "SuresiDoldu",
                        "IkinciSureDoldu");
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.instances(number)).isEmpty();
    }

    /** The holiday lies between the two limits: the first stays past. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSecondLevelComesAgainWhereItsOwnLimitAloneMoved(int decided) {
        String number = office.atTheUnit(Channel.ALO_153);
        office.limitPasses(number);
        office.secondLimitPasses(number);
        if (decided > 0) {
            office.directorDoes(number, Map.of("mudahale", "UYAR"));
        }
        if (decided > 1) {
            office.managerDoes(number, Map.of("mudahale", "UYAR"));
        }

        enter3June();

        assertThat(office.record(number).escalationLevel()).isOne();
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        assertThat(secondLevel(number))
                .isEqualTo(String.valueOf(office.record(number).secondLimit()));
        office.runsDueJobs(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");

        office.secondLimitPasses(number);

        assertThat(office.record(number).escalationLevel()).isEqualTo(2);
        assertThat(office.openTasks(number))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
        assertThat(office.jobs(number)).isEmpty();
        assertThat(history.of(number).stream().map(History.Entry::action))
                .containsSubsequence("IkinciSureDoldu", "YukseltmeGeriAlindi", "IkinciSureDoldu");
    }

    /** The limit moved, but is past all the same: nothing is taken back. */
    @Test
    void anEscalationStaysWhereTheMovedLimitIsPastToo() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        office.limitPasses(number);
        office.movesTo(Instant.parse("2026-06-17T06:00:00Z"));

        enter3June();

        assertThat(lastDay(number)).isEqualTo("2026-06-15");
        assertThat(office.record(number).escalationLevel()).isOne();
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        assertThat(office.limitTimer(number)).isNull();
    }

    /**
     * It became late while its fee was awaited, since a holiday was taken out; the payment opens a limit that is not
     * over.
     */
    @Test
    void aPaymentTakesAnEscalationBackToo() {
        enter3June();
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        office.notifiesFee(number, BigDecimal.TEN, 40);
        jdbc.sql("update basvuru set escalation_level = 1 where number = :number")
                .param("number", number)
                .update();

        register.pay(number, LocalDate.parse("2026-05-18"), "MAK-1");

        assertThat(office.record(number).escalationLevel()).isZero();
        timerStandsWhereTheRecordSays(number);
        assertThat(office.jobs(number)).hasSize(1);
    }

    @Test
    void whatACrashLeftUndoneIsDoneByTheNextSweep() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        enter3June();
        jdbc.sql("update basvuru set calendar_version = 0, deadline_last_day = date '2026-06-12', deadline_late_from = "
                        + "timestamp with time zone '2026-06-13 00:00:00+03:00' where number = :number")
                .param("number", number)
                .update();

        assertThat(openLimits.recalculate()).isOne();

        assertThat(lastDay(number)).isEqualTo("2026-06-15");
        assertThat(openLimits.recalculate()).isZero();
    }

    /**
     * A power cut at each limit that moves, in turn: what was committed stays, the rest follows, nothing moves twice.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aCrashAtAnyLimitLosesNothingAndDoesNothingTwice(int at) {
        var numbers = IntStream.range(0, 3)
                .mapToObj(i -> office.registered(Channel.BILGI_EDINME))
                .toList();
        String objected = office.approved(Channel.BILGI_EDINME);
        office.runsDueJobs(objected);
        var day = LocalDate.of(2026, 5, 18);
        objections.file(objected, day, "K-KESINTI-" + at, null, day);
        office.movesTo(MONDAY_18_MAY.plus(Duration.ofDays(1)));
        String recourse = office.atTheUnit(Channel.ALO_153);
        recourses.file(recourse, MuracaatGround.FAZLA_BELGE, "Tapu istendi.", "vatandaş");
        var crash = new PowerCut(at);
        listeners.addApplicationListener(crash);
        try {
            assertThat(enter3June().status()).isEqualTo(500);
        } finally {
            listeners.removeApplicationListener(crash);
        }

        openLimits.recalculate();

        assertThat(openLimits.recalculate()).isZero();
        assertThat(numbers).isNotEmpty().allSatisfy(number -> {
            assertThat(lastDay(number)).isEqualTo("2026-06-15");
            timerStandsWhereTheRecordSays(number);
            movedOnce(number, "TatilSureyiDegistirdi");
        });
        assertThat(lastDay(recourse)).isEqualTo("2026-06-01");
        movedOnce(recourse, "MuracaatSuresiDegisti");
        assertThat(timer(recourse, "Ilk_Muracaat_Suresi_Doldu")).isEqualTo("2026-06-04T21:00:00Z");
        movedOnce(objected, "KurulSuresiDegisti");
        assertThat(office.jobs(objected, "Kurul_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo("2026-06-15T21:00:00Z"));
        objections.decide(objected, "K-KESINTI-" + at, AppealOutcome.RET);
    }

    private void movedOnce(String number, String action) {
        assertThat(history.of(number))
                .as(number)
                .filteredOn(entry -> entry.action().equals(action))
                .hasSize(1);
    }

    /** Fails the transaction of the n-th limit that moves. */
    private static final class PowerCut implements ApplicationListener<PayloadApplicationEvent<?>> {

        private int left;

        PowerCut(int at) {
            left = at;
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            if (event.getPayload() instanceof BasvuruEvent.TatilSureyiDegistirdi
                    || event.getPayload() instanceof BasvuruEvent.MuracaatSuresiDegisti
                    || event.getPayload() instanceof BasvuruEvent.KurulSuresiDegisti) {
                left--;
                if (left == 0) {
                    throw new IllegalStateException("power cut");
                }
            }
        }
    }

    @Test
    void theExplanationNamesTheDay() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        enter3June();
        new Office(port, PASSWORD).delete("surec", PATH);

        assertThat(history.of(number))
                .filteredOn(entry -> entry.action().equals("TatilSureyiDegistirdi"))
                .extracting(entry -> words.summary(entry))
                .containsExactly(
                        "03.06.2026 Seçim günü eklendi · son cevap tarihi 12.06.2026 yerine 15.06.2026",
                        "03.06.2026 Seçim günü çıkarıldı · son cevap tarihi 15.06.2026 yerine 12.06.2026");
    }

    @Test
    void theWaitForWhatLacksAndTheLimitOfARecourseFollowToo() {
        office.movesTo(MONDAY_18_MAY.plus(Duration.ofDays(1)));
        String recourse = office.atTheUnit(Channel.ALO_153);
        recourses.file(recourse, MuracaatGround.FAZLA_BELGE, "Tapu istendi.", "vatandaş");
        assertThat(office.openTask(recourse, "Ilk_Muracaat").getDueDate().toInstant())
                .isEqualTo("2026-06-03T20:59:59Z");
        // A week from 27 May: the last day is the one that becomes a holiday
        office.movesTo(MONDAY_18_MAY.plus(Duration.ofDays(9)));
        String incomplete = office.registered(Channel.ALO_153, OfficeFixture.TOPIC, List.of("Telefon yok."));
        office.reviews(incomplete, "EKSIK");

        enter3June();

        assertThat(office.record(incomplete).incompleteUntil()).isEqualTo("2026-06-04T21:00:00Z");
        assertThat(timer(incomplete, "Eksik_Suresi_Doldu")).isEqualTo("2026-06-04T21:00:00Z");
        assertThat(timer(recourse, "Ilk_Muracaat_Suresi_Doldu")).isEqualTo("2026-06-04T21:00:00Z");
        assertThat(office.openTask(recourse, "Ilk_Muracaat").getDueDate().toInstant())
                .isEqualTo("2026-06-04T20:59:59Z");
        assertThat(office.openTask(recourse, "Cevap_Hazirlama").getDueDate().toInstant())
                .as("the application's own task keeps its own limit")
                .isEqualTo(office.record(recourse).deadline().lateFrom().minusSeconds(1));
    }

    private Instant timer(String number, String activity) {
        return office.jobs(number, activity).get(0).getDuedate().toInstant();
    }

    private Office.Answer enter3June() {
        return new Office(port, PASSWORD).put("surec", PATH, "{\"name\":\"Seçim günü\"}");
    }

    private String secondLevel(String number) {
        return office.jobs(number, "Ikinci_Sinir")
                .get(0)
                .getDuedate()
                .toInstant()
                .toString();
    }

    private LocalDate lastDayOf(String number) {
        return office.record(number).deadline().lastDay();
    }

    private String lastDay(String number) {
        return lastDayOf(number).toString();
    }

    private void timerStandsWhereTheRecordSays(String number) {
        assertThat(office.limitTimer(number))
                .isEqualTo(office.record(number).deadline().lateFrom());
    }
}

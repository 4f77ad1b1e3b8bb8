package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tr.muhatap.basvuru.Answer;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;
import tr.muhatap.notification.AnswerDelivery;

/** Nothing keeps a late application from its manager, and nothing brings it there twice. */
@ProcessTest
class EscalationTest {

    @Autowired
    private OfficeFixture office;

    @Autowired
    private AnswerDelivery delivery;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private ManagementService managementService;

    @AfterEach
    void backToRealTime() {
        reset(delivery);
        office.backToRealTime();
    }

    @Test
    void anApplicationThatNobodyReviewedEscalates() {
        String number = office.registered(Channel.CIMER);

        office.limitPasses(number);

        assertThat(office.process(number)).isWaitingAtExactly("Sonuclandirma", "On_Inceleme", "Gecikme");
        assertThat(office.escalation(number)).isWaitingAtExactly("Yonetici_Mudahalesi", "Ikinci_Sinir");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number, "gecikme-yukseltme")
                        .activityIdIn("Yonetici_Mudahalesi")
                        .count())
                .as("escalations that carry the application's number")
                .isOne();
        assertThat(office.record(number).escalationLevel()).isOne();
    }

    @Test
    void anUnroutedApplicationEscalates() {
        String number = office.registered(Channel.ALO_153);

        office.limitPasses(number);

        assertThat(office.process(number)).isWaitingAtExactly("Sonuclandirma", "Birime_Sevk", "Gecikme");
        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk", "Yonetici_Mudahalesi");
    }

    @Test
    void anApplicationThatNobodyClaimedEscalates() {
        String number = office.atTheUnit(Channel.DIJITAL);
        assertThat(task("Cevap_Hazirlama", office.process(number))).isNotAssigned();

        office.limitPasses(number);

        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
    }

    @Test
    void aReturnedApplicationEscalatesAtItsFirstLimit() {
        String number = office.atTheUnit(Channel.BEYAZ_MASA);
        office.returns(number);

        office.limitPasses(number);

        assertThat(office.process(number)).isWaitingAtExactly("Sonuclandirma", "Birime_Sevk", "Gecikme");
        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk", "Yonetici_Mudahalesi");
    }

    @Test
    void editingDoesNotMoveTheClock() {
        String number = office.atTheUnit(Channel.ACIK_KAPI);
        var due = office.jobs(number).get(0).getDuedate();

        office.signedIn("fen", () -> {
            register.saveDraft(number, new Answer(Outcome.OLUMLU, null, "İlk taslak."));
            register.saveDraft(number, new Answer(Outcome.KISMEN, null, "İkinci taslak."));
            return number;
        });
        taskService.claim(office.openTask(number, "Cevap_Hazirlama").getId(), "fen");

        assertThat(office.jobs(number))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(due));
        office.limitPasses(number);
        assertThat(office.openTasks(number)).contains("Yonetici_Mudahalesi");
    }

    @Test
    void beforeTheLimitNothingEscalates() {
        String number = office.atTheUnit(Channel.CIMER);

        var process = office.process(number);
        assertThat(job("Sure_Doldu", process))
                .hasRetries(5)
                .hasDueDate(Date.from(office.record(number).deadline().lateFrom()));

        office.movesTo(office.record(number).deadline().lateFrom().minusSeconds(60));
        office.runsDueJobs(number);

        assertThat(process)
                .isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama")
                .hasNotPassed("Sure_Doldu");
        assertThat(office.record(number).escalationLevel()).isZero();
    }

    @Test
    void aDeliveryThatKeepsFailingEscalatesToo() {
        String number = office.approved(Channel.DIJITAL);
        deliveryFails();

        office.limitPassesWhileJobsFail(number);

        assertThat(office.record(number).status()).isEqualTo(Status.CEVAPLANDI);
        assertThat(office.openTasks(number)).containsExactly("Yonetici_Mudahalesi");
    }

    @Test
    void aDeliveryThatFailedFiveTimesIsAnIncidentAndGoesOutWhenItIsRetried() {
        String number = office.approved(Channel.BEYAZ_MASA);
        deliveryFails();
        var sending = office.dueJobs(number).get(0);

        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(incidents(number)).isZero();
            assertThatThrownBy(() -> managementService.executeJob(sending.getId()))
                    .hasStackTraceContaining("Posta sunucusu yok");
        }

        assertThat(incidents(number)).isOne();
        assertThat(office.record(number).status()).isEqualTo(Status.CEVAPLANDI);
        reset(delivery);
        managementService.setJobRetries(sending.getId(), 1);
        managementService.executeJob(sending.getId());
        assertThat(office.record(number).status()).isEqualTo(Status.KAPANDI);
        assertThat(office.instances(number)).isEmpty();
    }

    @Test
    void aFailedDeliveryIsTriedAgainFiveMinutesLater() {
        String number = office.approved(Channel.CIMER);
        deliveryFails();
        var sending = office.dueJobs(number).get(0);

        assertThatThrownBy(() -> managementService.executeJob(sending.getId()));

        var again = managementService.createJobQuery().jobId(sending.getId()).singleResult();
        assertThat(again.getRetries()).isEqualTo(4);
        assertThat(Duration.between(java.time.Instant.now(), again.getDuedate().toInstant()))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5).plusSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UYAR", "DEVRAL"})
    void theSecondLevelComesWhateverTheManagerDid(String done) {
        String number = office.atTheUnit(Channel.CIMER);
        office.limitPasses(number);
        office.managerDoes(number, Map.of("mudahale", done));
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");

        office.secondLimitPasses(number);

        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi");
        assertThat(office.record(number).escalationLevel()).isEqualTo(2);
    }

    @Test
    void theSecondLevelComesAlsoWhereTheManagerDidNothing() {
        String number = office.atTheUnit(Channel.CIMER);
        office.limitPasses(number);

        office.secondLimitPasses(number);

        assertThat(office.openTasks(number))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
    }

    @Test
    void eachLevelComesOnce() {
        String number = office.atTheUnit(Channel.ALO_153);
        office.limitPasses(number);
        office.secondLimitPasses(number);
        office.managerDoes(number, Map.of("mudahale", "UYAR"));
        office.directorDoes(number, Map.of("mudahale", "UYAR"));
        office.returns(number);
        office.routes(number, OfficeFixture.OTHER_UNIT);

        office.movesTo(office.record(number).deadline().lateFrom().plus(Duration.ofDays(60)));
        office.runsDueJobs(number);

        assertThat(office.passes(number, "Yonetici_Mudahalesi")).isOne();
        assertThat(office.passes(number, "Sube_Muduru_Mudahalesi")).isOne();
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
    }

    @Test
    void afterADowntimeTheFirstLevelComesBeforeTheSecond() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        office.movesTo(office.record(number).deadline().lateFrom().plus(Duration.ofDays(30)));

        assertThat(office.dueJobs(number))
                .as("only the limit's own timer is due")
                .hasSize(1);
        managementService.executeJob(office.dueJobs(number).get(0).getId());
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        assertThat(office.record(number).escalationLevel()).isOne();
        office.runsDueJobs(number);

        assertThat(office.openTasks(number))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
        assertThat(office.record(number).escalationLevel()).isEqualTo(2);
    }

    @Test
    void anApplicationThatIsLateWhenItIsRegisteredEscalatesAtOnce() {
        String number = office.registered(
                Channel.CIMER, null, List.of(), java.time.Instant.now().minus(Duration.ofDays(60)));

        office.runsDueJobs(number);

        assertThat(office.openTasks(number))
                .containsExactly("On_Inceleme", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
    }

    @Test
    void deliveringTheAnswerEndsBothOpenLevels() {
        String number = office.atTheUnit(Channel.CIMER);
        office.limitPasses(number);
        office.secondLimitPasses(number);

        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);

        nothingIsOpen(number);
    }

    @Test
    void deliveringTheAnswerEndsAnEscalationWhoseSecondLimitIsStillToCome() {
        String number = office.atTheUnit(Channel.DIJITAL);
        office.limitPasses(number);

        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);

        nothingIsOpen(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"YETKISIZ", "MUKERRER", "ISLEME_KONULMAZ"})
    void closingInAnotherWayEndsBothOpenLevelsToo(String decision) {
        String number = office.registered(Channel.CIMER);
        office.limitPasses(number);
        office.secondLimitPasses(number);

        office.reviews(number, decision);

        nothingIsOpen(number);
    }

    @Test
    void takingOverGivesTheOpenTaskToTheManager() {
        String number = office.atTheUnit(Channel.CIMER);
        office.limitPasses(number);

        office.managerDoes(number, Map.of("mudahale", "DEVRAL"));

        assertThat(task("Cevap_Hazirlama", office.process(number))).isAssignedTo("yonetici");
        assertThat(office.record(number).takenOverBy()).isEqualTo("yonetici");
    }

    @Test
    void sendingItToAnotherUnitMovesTaskVariableAndRecord() {
        String number = office.atTheUnit(Channel.CIMER);
        taskService.claim(office.openTask(number, "Cevap_Hazirlama").getId(), "fen");
        office.limitPasses(number);

        office.managerDoes(number, Map.of("mudahale", "SEVK", "birim", "park-bahceler"));

        var task = office.openTask(number, "Cevap_Hazirlama");
        assertThat(task.getAssignee()).isNull();
        assertThat(office.candidates(number, "Cevap_Hazirlama")).containsExactly("birim-park-bahceler");
        assertThat(runtimeService.getVariable(task.getProcessInstanceId(), "birim"))
                .isEqualTo("park-bahceler");
        assertThat(office.record(number).unit()).isEqualTo("park-bahceler");
        assertThat(authorizationService
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task.getId())
                        .list())
                .as("the former unit and its clerk can no longer work on it")
                .extracting(Authorization::getGroupId, Authorization::getUserId)
                .containsExactly(tuple("birim-park-bahceler", null));
    }

    @Test
    void sendingItToAnotherUnitIsRefusedWhileNoUnitHasIt() {
        String number = office.registered(Channel.CIMER);
        office.limitPasses(number);

        assertThatThrownBy(
                        () -> office.managerDoes(number, Map.of("mudahale", "SEVK", "birim", OfficeFixture.OTHER_UNIT)))
                .hasMessageContaining("Birimde");

        assertThat(office.openTasks(number)).containsExactly("On_Inceleme", "Yonetici_Mudahalesi");
        assertThat(office.record(number).unit()).isNull();
    }

    @Test
    void theDirectorsDecisionIsHisOwnAndNotTheManagersLeftOver() {
        String number = office.atTheUnit(Channel.CIMER);
        office.limitPasses(number);
        office.secondLimitPasses(number);
        office.managerDoes(number, Map.of("mudahale", "DEVRAL"));

        assertThatThrownBy(() -> office.directorDoes(number, Map.of()));

        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi");
        assertThat(office.openTask(number, "Cevap_Hazirlama").getAssignee()).isEqualTo("yonetici");
    }

    private void deliveryFails() {
        doThrow(new IllegalStateException("Posta sunucusu yok")).when(delivery).deliver(anyString());
    }

    private long incidents(String number) {
        return runtimeService
                .createIncidentQuery()
                .processInstanceId(office.process(number).getId())
                .count();
    }

    private void nothingIsOpen(String number) {
        assertThat(office.record(number).status()).isEqualTo(Status.KAPANDI);
        assertThat(office.instances(number)).isEmpty();
        assertThat(office.openTasks(number)).isEmpty();
        assertThat(office.jobs(number)).isEmpty();
    }
}

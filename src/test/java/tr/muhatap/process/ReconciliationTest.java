package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.ItirazRegister;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.channel.Channel;
import tr.muhatap.engine.JobRetries;
import tr.muhatap.operation.EngineComparison;
import tr.muhatap.operation.FindingKind;
import tr.muhatap.operation.Reconciliation;
import tr.muhatap.problem.RuleViolationException;

/** Somebody changes the engine past the record: it is refused, or it is found, and mended where that is safe. */
@ProcessTest
class ReconciliationTest {

    private static final int ALL = 10_000;

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private MuracaatRegister recourses;

    @Autowired
    private ItirazRegister objections;

    @Autowired
    private Clock clock;

    @Autowired
    private EngineComparison comparison;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void backToRealTime() {
        office.backToRealTime();
    }

    // Ends without the record

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProcessCannotBeDeletedWhileItsRecordIsOpen(boolean skipsListeners) {
        String number = office.atTheUnit(Channel.CIMER);
        var process = office.process(number);

        assertThatThrownBy(() ->
                        runtimeService.deleteProcessInstance(process.getId(), "Cockpit'ten silindi", skipsListeners))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining(number)
                .hasMessageContaining("kaydın dışında son verilemez");

        assertThat(process).isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama");
        assertThat(office.jobs(number)).hasSize(1);
    }

    @Test
    void norIsItMovedToItsEnd() {
        String number = office.atTheUnit(Channel.BEYAZ_MASA);
        var process = office.process(number);

        assertThatThrownBy(() -> runtimeService
                        .createProcessInstanceModification(process.getId())
                        .cancelAllForActivity("Sonuclandirma")
                        .execute())
                .hasStackTraceContaining("kaydın dışında son verilemez");

        assertThat(process).isWaitingAtExactly("Sonuclandirma", "Cevap_Hazirlama");
    }

    @Test
    void anEscalationAndARecourseStayTheSame() {
        String number = office.atTheUnit(Channel.ALO_153);
        office.limitPasses(number);
        recourses.file(number, MuracaatGround.FAZLA_BELGE, "Tapu istendi.", "vatandaş");
        var open = office.instances(number);
        assertThat(open).hasSize(3);

        assertThat(open)
                .isNotEmpty()
                .allSatisfy(instance -> assertThatThrownBy(
                                () -> runtimeService.deleteProcessInstance(instance.getId(), "Silindi"))
                        .isInstanceOf(RuleViolationException.class));

        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Ilk_Muracaat", "Yonetici_Mudahalesi");
    }

    @Test
    void aStepThatFailedForGoodIsNamedAsTheModelNamesIt() {
        String number = office.approved(Channel.DIJITAL);
        var sending = office.dueJobs(number).get(0);
        jdbc.sql("update basvuru set status = 'BIRIMDE' where number = :number")
                .param("number", number)
                .update();

        for (int attempt = 1; attempt <= JobRetries.TRIES; attempt++) {
            assertThatThrownBy(() -> managementService.executeJob(sending.getId()));
        }

        assertThat(comparison.stuck(ALL))
                .filteredOn(stuck -> number.equals(stuck.number()))
                .singleElement()
                .satisfies(stuck -> {
                    assertThat(stuck.step()).isNotEqualTo("Cevabi_Gonder").contains(" ");
                    assertThat(stuck.words()).startsWith("Cevap iletilemedi");
                    assertThat(stuck.message()).contains("durum");
                });
    }

    // What was changed by SQL

    @ParameterizedTest
    @ValueSource(strings = {"retries_ = 0", "suspension_state_ = 2", "duedate_ = timestamp '2031-01-01 00:00:00'"})
    void aLimitsTimerThatWasTamperedWithIsSetAgain(String tampered) {
        String number = office.atTheUnit(Channel.CIMER);
        tamper(number, "Sure_Doldu", tampered);
        assertThat(kinds(number)).hasSize(1);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        assertThat(office.limitTimer(number))
                .isEqualTo(office.record(number).deadline().lateFrom());
        office.limitPasses(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        assertThat(shown(number))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mendedAt()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"retries_ = 0", "suspension_state_ = 2", "duedate_ = timestamp '2031-01-01 00:00:00'"})
    void soIsTheSecondLimits(String tampered) {
        String number = office.atTheUnit(Channel.CIMER);
        office.limitPasses(number);
        tamper(number, "Ikinci_Sinir", tampered);
        assertThat(kinds(number)).hasSize(1);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        office.secondLimitPasses(number);
        assertThat(office.openTasks(number)).contains("Sube_Muduru_Mudahalesi");
    }

    @Test
    void aTimerThatIsGoneIsMadeAgain() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        deleteJob(number, "Sure_Doldu");
        assertThat(kinds(number)).containsExactly(FindingKind.EKSIK_SAYAC);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        assertThat(office.limitTimer(number))
                .isEqualTo(office.record(number).deadline().lateFrom());
        office.limitPasses(number);
        deleteJob(number, "Ikinci_Sinir");
        assertThat(kinds(number)).containsExactly(FindingKind.EKSIK_SAYAC);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        office.secondLimitPasses(number);
        assertThat(office.openTasks(number))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
        office.answers(number);
        office.approves(number);
        office.runsDueJobs(number);
        assertThat(office.instances(number)).isEmpty();
    }

    @Test
    void aTimerThatWaitsForItsNextTryIsLeftAlone() {
        String number = office.atTheUnit(Channel.CIMER);
        office.movesTo(office.record(number).deadline().lateFrom().plusSeconds(60));
        jdbc.sql("update act_ru_job set retries_ = 4, exception_msg_ = 'Posta sunucusu yok', "
                        + "duedate_ = dateadd('MINUTE', 5, duedate_) where id_ = :id")
                .param("id", office.jobs(number, "Sure_Doldu").get(0).getId())
                .update();

        assertThat(kinds(number)).isEmpty();
    }

    @Test
    void aSuspendedProcessIsActiveAgain() {
        String number = office.atTheUnit(Channel.CIMER);
        runtimeService.suspendProcessInstanceById(office.process(number).getId());
        assertThat(kinds(number)).containsExactly(FindingKind.ASKIDA);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        office.answers(number);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Onayi");
    }

    @Test
    void everyOtherDeadTimerIsGivenItsTriesAgain() {
        String number = office.registered(Channel.ALO_153, OfficeFixture.TOPIC, List.of("Telefon yok."));
        office.reviews(number, "EKSIK");
        tamper(number, "Eksik_Suresi_Doldu", "retries_ = 0");
        assertThat(kinds(number)).containsExactly(FindingKind.OLU_SAYAC);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
    }

    @Test
    void anOpenRecordWithoutAProcessIsNamed() {
        String number = office.atTheUnit(Channel.CIMER);
        jdbc.sql("update act_ru_execution set business_key_ = 'kayip-' || :number where business_key_ = :number")
                .param("number", number)
                .update();

        reconciliation.run();

        assertThat(kinds(number)).containsExactly(FindingKind.SURECSIZ_KAYIT);
        assertThat(kinds("kayip-" + number)).containsExactly(FindingKind.KAYITSIZ_SUREC);
        assertThat(shown(number))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mendedAt()).isNull());
        jdbc.sql("update act_ru_execution set business_key_ = :number where business_key_ = 'kayip-' || :number")
                .param("number", number)
                .update();
        reconciliation.run();
        assertThat(shown(number)).as("what people mended").isEmpty();
    }

    @Test
    void aProcessWhoseRecordIsClosedIsNamed() {
        String number = office.atTheUnit(Channel.CIMER);
        jdbc.sql("update basvuru set status = 'KAPANDI' where number = :number")
                .param("number", number)
                .update();

        assertThat(kinds(number)).containsExactly(FindingKind.KAYITSIZ_SUREC);

        jdbc.sql("update basvuru set status = 'BIRIMDE' where number = :number")
                .param("number", number)
                .update();
    }

    @Test
    void aLateRecordThatNobodyEscalatedIsNamedAndItsLostEscalationBeginsAgain() {
        String number = office.atTheUnit(Channel.CIMER);
        office.movesTo(office.record(number).deadline().lateFrom().plusSeconds(3_600));
        assertThat(kinds(number)).containsExactly(FindingKind.YUKSELTILMEMIS);
        office.runsDueJobs(number);
        assertThat(kinds(number)).isEmpty();
        office.managerDoes(number, Map.of("mudahale", "UYAR"));
        jdbc.sql("update act_ru_execution set business_key_ = 'kayip-' || :number where id_ = :id")
                .param("number", number)
                .param("id", office.escalation(number).getId())
                .update();
        assertThat(kinds(number)).containsExactly(FindingKind.SURECSIZ_YUKSELTME);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        office.secondLimitPasses(number);
        assertThat(office.openTasks(number)).contains("Sube_Muduru_Mudahalesi");
        register.withdraw(number, null, "vatandaş");
        assertThat(office.instances(number)).isEmpty();
    }

    @Test
    void anEscalationBeforeTheLimitIsTakenBack() {
        String number = office.atTheUnit(Channel.CIMER);
        managementService.executeJob(office.jobs(number, "Sure_Doldu").get(0).getId());
        assertThat(office.openTasks(number)).contains("Yonetici_Mudahalesi");
        assertThat(kinds(number)).containsExactly(FindingKind.ERKEN_YUKSELTME);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
        assertThat(office.limitTimer(number))
                .isEqualTo(office.record(number).deadline().lateFrom());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CIMER", "BILGI_EDINME", "ALO_153"})
    void whatGoesItsWayIsNeverFound(Channel channel) {
        String number = office.atTheUnit(channel);
        assertThat(kinds(number)).isEmpty();
        office.limitPasses(number);
        recourses.file(number, MuracaatGround.SURE_ASIMI, "Hâlâ bekliyorum.", "vatandaş");
        assertThat(kinds(number)).isEmpty();
        office.secondLimitPasses(number);
        assertThat(kinds(number)).isEmpty();
        office.managerDoes(number, Map.of("mudahale", "UYAR"));
        office.directorDoes(number, Map.of("mudahale", "UYAR"));
        office.answers(number);
        office.approves(number);
        assertThat(kinds(number)).isEmpty();
        office.runsDueJobs(number);
        assertThat(kinds(number)).isEmpty();
    }

    /** 4982 md. 13: each request of the Board has a process with a timer that stands where the record says. */
    @Test
    void theBoardsClocksAreComparedToo() {
        String number = office.approved(Channel.BILGI_EDINME);
        office.runsDueJobs(number);
        var today = LocalDate.now(clock);
        objections.file(number, today, "K-KIYAS", null, today);
        assertThat(kinds(number)).isEmpty();
        var due = office.jobs(number, "Kurul_Suresi_Doldu").get(0).getDuedate();

        deleteJob(number, "Kurul_Suresi_Doldu");
        assertThat(kinds(number)).containsExactly(FindingKind.EKSIK_SAYAC);
        reconciliation.run();
        assertThat(kinds(number)).isEmpty();
        tamper(number, "Kurul_Suresi_Doldu", "duedate_ = dateadd('DAY', 1, duedate_)");
        assertThat(kinds(number)).containsExactly(FindingKind.YANLIS_SAYAC);
        reconciliation.run();
        assertThat(kinds(number)).isEmpty();
        assertThat(office.jobs(number, "Kurul_Suresi_Doldu"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(due));

        String rename = "update act_ru_variable set name_ = '%s' where name_ = '%s' and proc_inst_id_ = '%s'";
        String instance = office.instances(number).get(0).getId();
        jdbc.sql(rename.formatted("kayip", "itiraz", instance)).update();
        assertThat(kinds(number)).containsExactlyInAnyOrder(FindingKind.SURECSIZ_KAYIT, FindingKind.KAYITSIZ_SUREC);
        jdbc.sql(rename.formatted("itiraz", "kayip", instance)).update();

        office.movesTo(due.toInstant().plusSeconds(3_600));
        assertThat(kinds(number)).containsExactly(FindingKind.YUKSELTILMEMIS);
        office.runsDueJobs(number);
        assertThat(kinds(number)).isEmpty();
        deleteJob(number, "Kurul_Ikinci_Sinir");
        assertThat(kinds(number)).containsExactly(FindingKind.EKSIK_SAYAC);
        objections.answer(number, "K-KIYAS", LocalDate.now(clock));
        assertThat(kinds(number)).isEmpty();
    }

    @Test
    void oneNodeAtATimeCompares() {
        reconciliation.run();
        jdbc.sql("update karsilastirma set locked_until = dateadd('MINUTE', 10, current_timestamp)")
                .update();

        assertThat(reconciliation.run()).isEmpty();

        jdbc.sql("update karsilastirma set locked_until = dateadd('MINUTE', -10, current_timestamp)")
                .update();
        assertThat(reconciliation.run()).as("the other node died").isPresent();
    }

    private void tamper(String number, String timer, String what) {
        jdbc.sql("update act_ru_job set " + what + " where id_ = :id")
                .param("id", office.jobs(number, timer).get(0).getId())
                .update();
    }

    private void deleteJob(String number, String timer) {
        jdbc.sql("delete from act_ru_job where id_ = :id")
                .param("id", office.jobs(number, timer).get(0).getId())
                .update();
    }

    /** Other tests of this context leave applications behind: only the own one is looked at. */
    private List<FindingKind> kinds(String number) {
        return comparison.compare(ALL).stream()
                .filter(found -> found.number().equals(number))
                .map(EngineComparison.Found::kind)
                .toList();
    }

    private List<Reconciliation.Finding> shown(String number) {
        return reconciliation.findings().stream()
                .filter(finding -> finding.number().equals(number))
                .toList();
    }
}

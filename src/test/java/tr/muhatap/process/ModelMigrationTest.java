package tr.muhatap.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.MuracaatGround;
import tr.muhatap.basvuru.MuracaatRegister;
import tr.muhatap.basvuru.Outcome;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.channel.Channel;

/** A newer model comes with a newer program; what runs on the older one goes on. */
@ProcessTest
class ModelMigrationTest {

    private static final Path MODEL = Path.of("bpmn/dijital.bpmn");

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private ModelMigration migration;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private MuracaatRegister recourses;

    @Autowired
    private OfficeClock clock;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void asItWas() {
        deployments.forEach(this::closeRecords);
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
        office.backToRealTime();
    }

    @Test
    void anInformationRequestThatBeganInItsChannelsProcessGoesOnInThatOf4982() {
        String number = office.registered(Channel.CIMER);
        jdbc.sql("update basvuru set kind = 'BILGI_ISTEMI' where number = :number")
                .param("number", number)
                .update();

        assertThat(migration.moveInformationRequests()).isOne();

        assertThat(office.instances(number))
                .singleElement()
                .satisfies(instance ->
                        assertThat(instance.getProcessDefinitionId()).startsWith("bilgi-edinme:"));
        assertThat(office.openTasks(number)).containsExactly("On_Inceleme");
        assertThat(migration.moveInformationRequests()).isZero();
        office.reviews(number, "KABUL");
        office.routes(number, "fen-isleri");
        office.notifiesFee(number, new BigDecimal("10.00"), 40);
        assertThat(office.record(number).unpaidFrom()).isNotNull();
    }

    /** No process ends while its record is open, a deployment's neither. */
    private void closeRecords(String deployment) {
        runtimeService.createProcessInstanceQuery().deploymentId(deployment).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .forEach(number -> {
                    jdbc.sql("update basvuru set status = 'KAPANDI' where number = :number")
                            .param("number", number)
                            .update();
                    jdbc.sql("update muracaat set answered_at = current_timestamp "
                                    + "where number = :number and answered_at is null")
                            .param("number", number)
                            .update();
                });
    }

    @Test
    void aRunningInstanceMovesWithItsTimerAndGetsWhatTheNewModelAdds() throws IOException {
        String today = Files.readString(MODEL);
        deploy(today.replaceAll("(?s)    <bpmn:boundaryEvent id=\"Geri_Cekilme\".*?</bpmn:boundaryEvent>\n", "")
                .replaceAll("(?s)    <bpmn:endEvent id=\"Basvuru_Vazgecildi\".*?</bpmn:endEvent>\n", "")
                .replaceAll("    <bpmn:sequenceFlow id=\"Geri_Cekilme_Basvuru_Vazgecildi\"[^>]*/>\n", "")
                .replaceAll("(?s)  <bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>\n", ""));
        String number = office.atTheUnit(Channel.DIJITAL);
        String late = office.atTheUnit(Channel.DIJITAL);
        office.limitPasses(late);
        var timer = office.limitTimer(number);
        deploy(today);

        var reports = migration.migrate();

        assertThat(reports).first().satisfies(report -> {
            assertThat(report.moved()).isEqualTo(2);
            assertThat(report.left()).isEmpty();
            assertThat(report.key()).isEqualTo("dijital");
        });
        assertThat(migration.migrate()).as("a second start finds nothing to do").isEmpty();
        assertThat(office.limitTimer(number)).isEqualTo(timer);
        assertThat(office.openTasks(late)).containsExactly("Cevap_Hazirlama", "Yonetici_Mudahalesi");
        register.withdraw(number, null, "vatandaş");
        register.withdraw(late, null, "vatandaş");
        assertThat(office.instances(number)).isEmpty();
        assertThat(office.instances(late)).isEmpty();
    }

    @Test
    void whatTheNewModelHasNoPlaceForStaysAndGoesOnAndIsReported() throws IOException {
        String today = Files.readString(MODEL);
        deploy(today.replace("\"Cevap_Hazirlama\"", "\"Cevap_Yazma\"").replace("Cevap_Hazirlama_di", "Cevap_Yazma_di"));
        String number = office.registered(Channel.DIJITAL);
        office.reviews(number, "KABUL");
        office.routes(number, OfficeFixture.UNIT);
        assertThat(office.openTasks(number)).containsExactly("Cevap_Yazma");
        deploy(today);

        var reports = migration.migrate();

        assertThat(reports).first().satisfies(report -> {
            assertThat(report.moved()).isZero();
            assertThat(report.left()).containsExactly(number);
        });
        assertThat(office.openTasks(number)).containsExactly("Cevap_Yazma");
        office.completes("fen", number, "Cevap_Yazma", java.util.Map.of("birimKarari", "IADE"));
        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk");
        register.withdraw(number, null, "vatandaş");
        assertThat(office.instances(number)).isEmpty();
    }

    /** Waiting for a fee or a completion, escalated twice, being sent, at a place of recourse. */
    @Test
    void everyPlaceMovesWithItsDatesAndGoesOnFromThere() throws IOException {
        deployAll();
        String twice = office.atTheUnit(Channel.BILGI_EDINME);
        office.limitPasses(twice);
        office.secondLimitPasses(twice);
        String paid = charged();
        String unpaid = charged();
        String incomplete = office.registered(Channel.CIMER);
        office.reviews(incomplete, "EKSIK");
        String sending = office.approved(Channel.CIMER);
        String recourse = office.atTheUnit(Channel.CIMER);
        recourses.file(recourse, MuracaatGround.FAZLA_BELGE, "Tapu istendi.", "vatandaş");
        var all = List.of(twice, paid, unpaid, incomplete, sending, recourse);
        var timers = all.stream().map(this::timers).toList();
        var tasks = all.stream().map(office::openTasks).toList();
        deployAll();

        var reports = migration.migrate();

        assertThat(reports)
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.left()).isEmpty());
        assertThat(reports.stream().mapToInt(ModelMigration.Report::moved).sum())
                .as("six applications, an escalation and a recourse")
                .isGreaterThanOrEqualTo(8);
        assertThat(all.stream().map(this::timers)).containsExactlyElementsOf(timers);
        assertThat(all.stream().map(office::openTasks)).containsExactlyElementsOf(tasks);
        assertThat(office.openTasks(twice))
                .containsExactly("Cevap_Hazirlama", "Sube_Muduru_Mudahalesi", "Yonetici_Mudahalesi");
        register.pay(paid, LocalDate.now(clock), "MAK-1");
        assertThat(office.openTasks(paid)).containsExactly("Cevap_Hazirlama");
        office.runsDueJobs(sending);
        assertThat(office.instances(sending)).isEmpty();
        register.complete(incomplete, "Adresim şu.", "vatandaş");
        assertThat(office.openTasks(incomplete)).containsExactly("On_Inceleme");
        register.withdraw(twice, null, "vatandaş");
        assertThat(office.instances(twice)).isEmpty();
        office.movesTo(requireNonNull(office.record(unpaid).unpaidFrom()).plusSeconds(60));
        office.runsDueJobs(unpaid);
        assertThat(office.record(unpaid).outcome()).isEqualTo(Outcome.VAZGECILDI);
        office.runsDueJobs(recourse);
        assertThat(office.openTasks(recourse)).contains("Ikinci_Muracaat");
    }

    private String charged() {
        String number = office.atTheUnit(Channel.BILGI_EDINME);
        office.notifiesFee(number, BigDecimal.TEN, 40);
        return number;
    }

    private List<String> timers(String number) {
        return office.jobs(number).stream()
                .map(job -> managementService
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId()
                        + " " + job.getDuedate())
                .sorted()
                .toList();
    }

    private void deployAll() throws IOException {
        for (var key : List.of("bilgi-edinme", "cimer", "gecikme-yukseltme", "muracaat", "kurul-itirazi")) {
            deploy(key, Files.readString(Path.of("bpmn/" + key + ".bpmn")));
        }
    }

    private void deploy(String model) {
        deploy("dijital", model);
    }

    private void deploy(String key, String model) {
        deployments.add(
                0,
                repositoryService
                        .createDeployment()
                        .addString(key + ".bpmn", model)
                        .deploy()
                        .getId());
    }
}

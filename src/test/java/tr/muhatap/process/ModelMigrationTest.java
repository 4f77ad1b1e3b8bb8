package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.deadline.Channel;

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

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void asItWas() {
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
        office.backToRealTime();
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

    private void deploy(String model) {
        deployments.add(
                0,
                repositoryService
                        .createDeployment()
                        .addString("dijital.bpmn", model)
                        .deploy()
                        .getId());
    }
}

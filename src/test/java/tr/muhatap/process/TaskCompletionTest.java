package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Status;
import tr.muhatap.channel.Channel;

/** A task is completed by a decision of its own, which the record agrees to; otherwise nothing moves. */
@ProcessTest
class TaskCompletionTest {

    @Autowired
    private OfficeFixture office;

    @Autowired
    private BasvuruRegister register;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private HistoryService historyService;

    @AfterEach
    void backToRealTime() {
        office.backToRealTime();
    }

    @Test
    void theRecordsRefusalIsThePlainSentenceAndNothingMoves() {
        String number = office.atTheUnit(Channel.CIMER);

        assertThatThrownBy(() -> office.completes("fen", number, "Cevap_Hazirlama", Map.of("birimKarari", "CEVAP")))
                .hasMessage("Önce cevap taslağını yazıp kaydedin. Taslak olmadan cevap onaya gönderilemez.");

        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
        assertThat(office.record(number).status()).isEqualTo(Status.BIRIMDE);
        assertThat(runtimeService.getVariable(office.process(number).getId(), "birimKarari"))
                .isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"EVET", "kabul", "UCRET"})
    void aDecisionThatIsMissingOrUnknownIsRefused(@Nullable String decision) {
        String number = office.registered(Channel.CIMER);
        var variables = new java.util.HashMap<String, Object>();
        variables.put("onInceleme", decision);

        assertThatThrownBy(() -> office.completes("halkla", number, "On_Inceleme", variables))
                .hasMessageContaining("Karar");

        assertThat(office.openTasks(number)).containsExactly("On_Inceleme");
    }

    @Test
    void aDecisionOfAnEarlierRoundDoesNotCountAgain() {
        String number = office.atTheUnit(Channel.CIMER);
        office.answers(number);
        office.asksForCorrection(number);
        office.answers(number);

        assertThatThrownBy(() -> office.completes("halkla", number, "Cevap_Onayi", Map.of()));
        assertThat(office.openTasks(number)).containsExactly("Cevap_Onayi");

        office.asksForCorrection(number);
        assertThatThrownBy(() -> office.completes("fen", number, "Cevap_Hazirlama", Map.of()));
        office.returns(number);
        assertThatThrownBy(() -> office.completes("halkla", number, "Birime_Sevk", Map.of()));
        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk");
    }

    @Test
    void anUnknownUnitOrTopicIsRefused() {
        String number = office.registered(Channel.CIMER);
        assertThatThrownBy(() -> office.completes(
                        "halkla", number, "On_Inceleme", Map.of("onInceleme", "KABUL", "konu", "yok-boyle")))
                .hasMessageContaining("yok-boyle");
        office.reviews(number, "KABUL");

        assertThatThrownBy(() -> office.routes(number, "yok-boyle")).hasMessageContaining("yok-boyle");

        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk");
    }

    @Test
    void whatIsNoDecisionDoesNotEnterTheEngine() {
        String number = office.registered(Channel.CIMER);

        assertThatThrownBy(() -> office.completes(
                        "halkla",
                        number,
                        "On_Inceleme",
                        Map.of("onInceleme", "KABUL", "not", "Vatandaş Ayşe Hanım'ın anlattığına göre…")))
                .hasMessageContaining("not");

        assertThat(office.openTasks(number)).containsExactly("On_Inceleme");
    }

    /** Tasklist's forms do so. */
    @Test
    void whatTheProcessAlreadyKnowsMayComeAlong() {
        String number = office.registered(Channel.CIMER);

        office.completes("halkla", number, "On_Inceleme", Map.of("onInceleme", "KABUL", "basvuruNo", number));

        assertThat(office.openTasks(number)).containsExactly("Birime_Sevk");
    }

    @Test
    void theTopicThatTheReviewSetNamesTheTasksThatFollow() {
        String number = office.registered(Channel.CIMER, null, List.of());
        assertThat(office.openTask(number, "On_Inceleme").getName())
                .isEqualTo("Ön inceleme · " + number + " · Şikâyet");

        office.completes("halkla", number, "On_Inceleme", Map.of("onInceleme", "KABUL", "konu", "budama"));

        assertThat(office.openTask(number, "Birime_Sevk").getName())
                .isEqualTo("Birime sevk · " + number + " · Ağaç budama");
        assertThat(office.record(number).topic()).isEqualTo("budama");
    }

    @Test
    void tasksCarryNumberTopicAndLastDayAndNothingOfTheCitizen() {
        String number = office.registered(Channel.CIMER);
        var lastMoment = Date.from(office.record(number).deadline().lateFrom().minusSeconds(1));

        var review = office.openTask(number, "On_Inceleme");
        assertThat(review.getName()).isEqualTo("Ön inceleme · " + number + " · Yolda çukur");
        assertThat(review.getDueDate()).isEqualTo(lastMoment);
        office.limitPasses(number);
        var manager = office.openTask(number, "Yonetici_Mudahalesi");
        assertThat(manager.getName()).isEqualTo("Yönetici müdahalesi · " + number + " · Yolda çukur");
        assertThat(manager.getDueDate()).isEqualTo(lastMoment);
        assertThat(historyService.createHistoricTaskInstanceQuery().list())
                .isNotEmpty()
                .noneMatch(task -> task.getName().contains("haftalardır"));
    }

    @Test
    void theEngineKeepsFewVariablesAndNoHistoryOfThem() {
        String number = office.atTheUnit(Channel.BEYAZ_MASA);

        assertThat(runtimeService.getVariables(office.process(number).getId()).keySet())
                .containsExactlyInAnyOrder("basvuruNo", "kanal", "gecSaati", "konu", "eksiksiz", "onInceleme", "birim");
        assertThat(historyService.createHistoricVariableInstanceQuery().count()).isZero();
        assertThat(historyService.createHistoricDetailQuery().count()).isZero();
        assertThat(historyService.createHistoricDecisionInstanceQuery().count()).isZero();
    }

    /** The history knows how long each step took, also of one that changed hands before. */
    @Test
    void theTimeThatATaskTookIsKept() {
        String number = office.registered(Channel.CIMER);
        var process = office.process(number).getId();
        var hour = Duration.ofHours(1);
        office.movesTo(Instant.now().plus(hour));
        taskService.setAssignee(office.openTask(number, "On_Inceleme").getId(), "halkla");
        office.movesTo(Instant.now().plus(hour).plus(hour));

        office.reviews(number, "KABUL");

        var task = historyService
                .createHistoricTaskInstanceQuery()
                .processInstanceId(process)
                .taskDefinitionKey("On_Inceleme")
                .singleResult();
        var step = historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process)
                .activityId("On_Inceleme")
                .singleResult();
        assertThat(Duration.ofMillis(task.getDurationInMillis())).isCloseTo(hour.plus(hour), Duration.ofMinutes(1));
        assertThat(Duration.ofMillis(step.getDurationInMillis())).isCloseTo(hour.plus(hour), Duration.ofMinutes(1));
        assertThat(List.of(task.getAssignee(), step.getAssignee())).containsOnly("halkla");
    }

    @Test
    void aProcessThatCannotStartLeavesNoRecord() {
        long before = runtimeService.createProcessInstanceQuery().count();
        var definitions =
                org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine().getRepositoryService();
        definitions.suspendProcessDefinitionByKey("dijital");
        try {
            assertThatThrownBy(() -> office.registered(Channel.DIJITAL));
        } finally {
            definitions.activateProcessDefinitionByKey("dijital");
        }

        assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);
        String next = office.registered(Channel.DIJITAL);
        int last = Integer.parseInt(next.substring(next.indexOf('-') + 1)) - 1;
        assertThat(register.find(next.substring(0, 5) + String.format("%06d", last)))
                .as("the number that was given to the failed one, or the one before it")
                .satisfiesAnyOf(
                        found -> assertThat(found).isEmpty(),
                        found -> assertThat(found.orElseThrow().channel()).isNotEqualTo(Channel.DIJITAL),
                        found -> assertThat(office.passes(found.orElseThrow().number(), "Basvuru_Alindi"))
                                .isOne());
    }
}

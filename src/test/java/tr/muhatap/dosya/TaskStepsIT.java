package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A step in one request: atomic, and for authorized users only. */
@HttpTest
class TaskStepsIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String REVIEW = "{\"step\":\"On_Inceleme\",\"decision\":\"KABUL\"}";
    private static final String ROUTE = "{\"step\":\"Birime_Sevk\",\"unit\":\"fen-isleri\"}";
    private static final String ANSWER =
            "{\"step\":\"Cevap_Hazirlama\",\"decision\":\"CEVAP\",\"answer\":" + Office.DRAFT + "}";
    private static final String APPROVE = "{\"step\":\"Cevap_Onayi\",\"decision\":\"ONAY\"}";

    @LocalServerPort
    int port;

    @Autowired
    HistoryService historyService;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CIMER", "BILGI_EDINME", "DIJITAL"})
    void fourRequestsCarryAnApplicationToItsEnd(String channel) {
        String number = office.register("istemci", Office.application(channel));

        var reviewed = taken(Office.reviewer(channel), number, REVIEW);
        assertThat(reviewed.get("number").asText()).isEqualTo(number);
        assertThat(reviewed.get("status").asText()).isEqualTo("SEVK_BEKLIYOR");
        assertThat(reviewed.get("nextStep").asText()).isEqualTo("Birime_Sevk");
        assertThat(taken(Office.router(channel), number, ROUTE).get("nextStep").asText())
                .isEqualTo("Cevap_Hazirlama");
        assertThat(taken("fen", number, ANSWER).get("nextStep").asText()).isEqualTo("Cevap_Onayi");
        var approved = taken("halkla", number, APPROVE);
        assertThat(approved.get("nextStep").isNull()).isTrue();
        assertThat(approved.get("status").asText()).isEqualTo("CEVAPLANDI");
        office.moveClock("PT0S");

        assertThat(status(number)).isEqualTo("KAPANDI");
        // Each task was taken by whoever completed it, as Cockpit's and the auditors' lists show it
        assertThat(historyService
                        .createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .list())
                .extracting(task -> task.getTaskDefinitionKey() + " " + task.getAssignee())
                .containsExactlyInAnyOrder(
                        "On_Inceleme " + Office.reviewer(channel),
                        "Birime_Sevk " + Office.router(channel),
                        "Cevap_Hazirlama fen",
                        "Cevap_Onayi halkla");
    }

    @ParameterizedTest
    @CsvSource({
        "istemci, 403, On_Inceleme", "denetci, 403, On_Inceleme", "surec, 403, On_Inceleme",
        "fen, 404, On_Inceleme", "operator, 404, On_Inceleme", "yonetici, 403, On_Inceleme",
        "halkla, 403, Cevap_Hazirlama", "halkla, 403, Yonetici_Mudahalesi", "denetci, 403, Nirvana",
    })
    void aStepOfOthersIsRefusedBeforeItsStateIsKnown(String user, int status, String step) {
        String number = office.register("istemci", Office.application("CIMER"));

        var refused = office.post(
                user, API + number + "/adim", "{\"step\":\"" + step + "\",\"decision\":\"KABUL\",\"reason\":\"x\"}");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(status(number)).isEqualTo("ON_INCELEMEDE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On_Inceleme     | ''                                                     | decision",
                "On_Inceleme     | \"decision\":\"CEVAP\"                                 | decision",
                "On_Inceleme     | \"decision\":\"KABUL\",\"unit\":\"fen-isleri\"         | unit",
                "On_Inceleme     | \"decision\":\"KABUL\",\"topic\":\"yok\"               | topic",
                "On_Inceleme     | \"decision\":\"EKSIK\"                                 | reason",
                "On_Inceleme     | \"decision\":\"KABUL\",\"reason\":\"\\u0007\"          | reason",
                "On_Inceleme     | \"decision\":\"MUKERRER\",\"target\":\"2020-000001\"   | target",
                "On_Inceleme     | \"decision\":\"KABUL\",\"answer\":{}                   | answer",
                "Olmayan_Adim    | \"decision\":\"KABUL\"                                 | step",
            })
    void aFaultyDecisionNamesItsFieldAndChangesNothing(String step, String members, String field) {
        String number = office.register("istemci", Office.application("CIMER"));

        var refused = office.post(
                "halkla",
                API + number + "/adim",
                "{\"step\":\"" + step + "\"" + (members.isEmpty() ? "" : "," + members) + "}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").findValuesAsText("field")).contains(field);
        assertThat(status(number)).isEqualTo("ON_INCELEMEDE");
        assertThat(assignee(number, "On_Inceleme")).isNull();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        var refused = office.post(
                "fen",
                API + number + "/adim",
                "{\"step\":\"Cevap_Hazirlama\",\"decision\":\"IADE\",\"unit\":\"fen-isleri\","
                        + "\"answer\":{\"outcome\":\"YOK\",\"text\":\"\"}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("unit", "reason", "answer.outcome", "answer.text");
    }

    @Test
    void aStepThatIsNotOpenOrSomebodyElsesTaskIsAConflict() {
        String number = office.register("istemci", Office.application("CIMER"));

        var early = office.post("halkla", API + number + "/adim", APPROVE);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().get("code").asText()).isEqualTo("ADIM_ACIK_DEGIL");
        assertThat(early.body().get("detail").asText()).contains("Cevap onayı", "Ön incelemede");

        Office.does(office.post(
                "admin",
                "/engine-rest/task/" + office.task(number, "On_Inceleme") + "/claim",
                "{\"userId\":\"admin\"}"));
        var taken = office.post("halkla", API + number + "/adim", REVIEW);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().get("code").asText()).isEqualTo("IS_BASKASINDA");
        assertThat(assignee(number, "On_Inceleme")).isEqualTo("admin");
    }

    @Test
    void whatTheRecordRefusesLeavesNeitherDraftNorReasonNorClaim() {
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));

        // A refusal under 4982 names its ground (md. 12)
        var refused = office.post(
                "fen",
                API + number + "/adim",
                "{\"step\":\"Cevap_Hazirlama\",\"decision\":\"CEVAP\",\"reason\":\"Uygun değil\","
                        + "\"answer\":{\"outcome\":\"OLUMSUZ\",\"text\":\"Verilemez.\"}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(assignee(number, "Cevap_Hazirlama")).isNull();
        var file = office.get("fen", API + number + "/dosya").body();
        assertThat(file.get("answer").isNull()).isTrue();
        assertThat(file.get("reason").isNull()).isTrue();
    }

    @Test
    void aDraftThatSomebodyElseChangedIsNotWrittenOver() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        Office.does(office.put("admin", API + number + "/cevap", Office.DRAFT.replace("kapatıldı", "kapatılacak")));

        var refused = office.post(
                "fen", API + number + "/adim", ANSWER.substring(0, ANSWER.length() - 1) + ",\"ifMatch\":\"yok\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("code").asText()).isEqualTo("TASLAK_DEGISTI");
        assertThat(status(number)).isEqualTo("BIRIMDE");
    }

    @Test
    void ofTwoAtOnceOneIsFaster() throws Exception {
        String number = office.register("istemci", Office.application("CIMER"));
        try (var people = new Pool(4)) {
            var statuses = people.all(List.of("halkla", "admin", "halkla", "admin").stream()
                    .<Callable<Integer>>map(user -> () ->
                            office.post(user, API + number + "/adim", REVIEW).status())
                    .toList());

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);
        }
        var events = office.get("halkla", API + number + "/history").body();
        assertThat(IntStream.range(0, events.size())
                        .filter(i -> events.get(i).get("action").asText().equals("Incelendi"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aReturnKeepsItsReasonAndAUnitMayBeWrittenAsTheDecision() {
        String number = office.register("operator", Office.call());
        taken("halkla", number, "{\"step\":\"Birime_Sevk\",\"decision\":\"park-bahceler\"}");

        var returned = taken(
                "park",
                number,
                "{\"step\":\"Cevap_Hazirlama\",\"decision\":\"IADE\",\"reason\":\"Yol Fen İşleri’nindir.\"}");

        assertThat(returned.get("nextStep").asText()).isEqualTo("Birime_Sevk");
        assertThat(office.get("halkla", API + number + "/history").response().body())
                .contains("Yol Fen İşleri’nindir.");
    }

    /** The reason is required by the step; the engine's own completion may omit it, and then none is recorded. */
    @ParameterizedTest
    @CsvSource({
        "On_Inceleme, onInceleme, EKSIK",
        "On_Inceleme, onInceleme, YETKISIZ",
        "On_Inceleme, onInceleme, ISLEME_KONULMAZ",
        "Cevap_Hazirlama, birimKarari, IADE",
        "Cevap_Onayi, onay, DUZELT"
    })
    void aDecisionThatNeedsAReasonIsNoStepWithoutOneAndATaskAllTheSame(String task, String variable, String decision) {
        String number = switch (task) {
            case "On_Inceleme" -> office.register("istemci", Office.application("CIMER"));
            case "Cevap_Hazirlama" -> office.atTheUnit("CIMER", Office.application("CIMER"));
            default -> office.answered("CIMER", Office.application("CIMER"));
        };
        String user = task.equals("Cevap_Hazirlama") ? "fen" : "halkla";
        String before = status(number);

        var refused = office.post(
                user, API + number + "/adim", "{\"step\":\"%s\",\"decision\":\"%s\"}".formatted(task, decision));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").findValuesAsText("field")).containsExactly("reason");
        assertThat(status(number)).isEqualTo(before);

        assertThat(office.complete(user, number, task, variable, decision).status())
                .isEqualTo(204);
        assertThat(status(number)).isNotEqualTo(before);
        for (var page : List.of("/dosya/" + number, "/dosya/" + number + "/yazilar")) {
            var shown = office.get("halkla", page);
            assertThat(shown.status()).as(page).isEqualTo(200);
            assertThat(shown.response().body()).as(page).doesNotContain(">null<", "“null”", " null");
        }
    }

    /** A thread pool that is closed at the end of the test. */
    private static final class Pool implements AutoCloseable {

        private final ExecutorService threads;

        Pool(int size) {
            threads = Executors.newFixedThreadPool(size);
        }

        <T> List<T> all(List<Callable<T>> calls) throws Exception {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private JsonNode taken(String user, String number, String json) {
        var answer = office.post(user, API + number + "/adim", json);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body();
    }

    private String status(String number) {
        return office.get("halkla", API + number).body().get("status").asText();
    }

    private @Nullable String assignee(String number, String element) {
        var task = office.get("admin", "/engine-rest/task/" + office.task(number, element))
                .body();
        return task.get("assignee").isNull() ? null : task.get("assignee").asText();
    }
}

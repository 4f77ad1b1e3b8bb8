package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Former vulnerabilities of the engine's interfaces: what must not change after an attack. */
@HttpTest
class ClosedDoorsIT {

    private static final List<String> APIS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final List<String> EVERYBODY = List.of(
            "masa",
            "operator",
            "bilgi",
            "halkla",
            "fen",
            "park",
            "yonetici",
            "mudur",
            "surec",
            "denetci",
            "istemci",
            "admin");

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void aTimerIsExecutedByNobodyAndLosesNoRetryByTheAttempt() {
        var timer = timer(office.atTheUnit("CIMER", Office.application("CIMER")));

        for (var user : EVERYBODY) {
            for (var api : APIS) {
                assertThat(office.post(user, api + "/job/" + timer.getId() + "/execute", "{}")
                                .status())
                        .as("%s %s", user, api)
                        .isEqualTo(404);
            }
        }

        assertUnchanged(timer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"surec", "admin"})
    void aTimerIsNeitherRetriedNorMovedNorSuspended(String user) {
        var timer = timer(office.atTheUnit("CIMER", Office.application("CIMER")));
        var job = "/engine-rest/job/" + timer.getId();

        assertThat(office.put(user, job + "/retries", "{\"retries\":1}").status())
                .isEqualTo(409);
        assertThat(office.put(user, job + "/retries", "{\"retries\":0}").status())
                .isEqualTo(409);
        assertThat(office.put(user, job + "/retries", "{\"retries\":1,\"dueDate\":\"2099-01-01T00:00:00.000+0300\"}")
                        .status())
                .isEqualTo(409);
        assertThat(office.put(user, job + "/duedate", "{\"duedate\":\"2099-01-01T00:00:00.000+0300\"}")
                        .status())
                .isEqualTo(404);
        assertThat(office.put(user, job + "/suspended", "{\"suspended\":true}").status())
                .isEqualTo(404);
        assertThat(office.put(
                                user,
                                "/engine-rest/job-definition/" + timer.getJobDefinitionId() + "/retries",
                                "{\"retries\":0}")
                        .status())
                .isEqualTo(404);

        assertUnchanged(timer);
    }

    /** Simulates a failed delivery; a real retry is tested with the demonstration. */
    @Test
    void onlyADeliveryThatFailedIsTriedAgainAndOnlyAFewTimes() {
        var number = office.answered("CIMER", Office.application("CIMER"));
        Office.does(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        office.moveClock("PT0S");
        var timer = timer(office.atTheUnit("CIMER", Office.application("CIMER")));
        jdbc.sql("update act_ru_job set exception_msg_ = 'x' where id_ = :id")
                .param("id", timer.getId())
                .update();

        assertThat(office.put("surec", "/engine-rest/job/" + timer.getId() + "/retries", "{\"retries\":3}")
                        .status())
                .as("a timer that failed")
                .isEqualTo(409);

        assertUnchanged(timer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fen", "admin"})
    void noStepEndsByAnError(String user) {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task = office.task(number, "Cevap_Hazirlama");

        for (var api : APIS) {
            assertThat(office.post(user, api + "/task/" + task + "/bpmnError", "{\"errorCode\":\"x\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(office.post(user, api + "/task/" + task + "/bpmnEscalation", "{\"escalationCode\":\"x\"}")
                            .status())
                    .isEqualTo(404);
        }

        assertThat(office.task(number, "Cevap_Hazirlama")).isEqualTo(task);
        assertThat(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .get("status")
                        .asText())
                .isEqualTo("BIRIMDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fen", "admin"})
    void nobodyPutsATaskOnSomebodyElse(String user) {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task = "/task/" + office.task(number, "Cevap_Hazirlama");
        var variables = variables(number);

        for (var api : APIS) {
            for (var way : List.of("assignee", "delegate")) {
                assertThat(office.post(user, api + task + "/" + way, "{\"userId\":\"park\"}")
                                .status())
                        .as(way)
                        .isEqualTo(404);
            }
            assertThat(office.post(user, api + task + "/resolve", "{\"variables\":{\"gecSaati\":{\"value\":\"x\"}}}")
                            .status())
                    .isEqualTo(404);
        }
        for (var somebody : List.of("\"park\"", "\"\"", "null")) {
            assertThat(office.post(user, "/engine-rest" + task + "/claim", "{\"userId\":" + somebody + "}")
                            .status())
                    .as(somebody)
                    .isEqualTo(409);
        }
        assertThat(office.post("park", "/engine-rest" + task + "/claim", "{\"userId\":\"park\"}")
                        .status())
                .isEqualTo(403);

        assertThat(assignee(number)).isNull();
        assertThat(variables(number)).isEqualTo(variables);
        assertThat(office.get("park", "/engine-rest" + task).status()).isEqualTo(404);
    }

    @Test
    void whatIsOnesOwnIsGivenBackByOneselfAlone() {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task = "/engine-rest/task/" + office.task(number, "Cevap_Hazirlama");
        Office.does(office.post("fen", task + "/claim", "{\"userId\":\"fen\"}"));

        assertThat(office.post("admin", task + "/unclaim", "{}").status()).isEqualTo(409);
        assertThat(office.post("halkla", task + "/unclaim", "{}").status()).isEqualTo(403);
        var taken = office.post("admin", task + "/claim", "{\"userId\":\"admin\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().get("message").asText()).isEqualTo("Bu görevi “fen” üstlenmiş.");
        assertThat(assignee(number)).isEqualTo("fen");

        assertThat(office.post("fen", task + "/unclaim", "{}").status()).isEqualTo(204);
        assertThat(assignee(number)).isNull();
    }

    @Test
    void whoDecidesForAUnitIsOfIt() {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task =
                taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        // As if the endpoint had been reachable
        taskService.addCandidateGroup(task.getId(), "birim-park-bahceler");
        Office.does(office.post("park", "/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"park\"}"));

        assertThat(office.complete("park", number, "Cevap_Hazirlama", "birimKarari", "IADE")
                        .status())
                .isEqualTo(403);

        assertThat(office.task(number, "Cevap_Hazirlama")).isEqualTo(task.getId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gecSaati|{\"value\":\"2099-01-01T00:00:00.000+0300\",\"type\":\"Date\"}",
                "ikinciSinir|{\"value\":\"2099-01-01T00:00:00.000+0300\",\"type\":\"Date\"}",
                "basvuruNo|{\"value\":\"2020-000001\"}",
                "kanal|{\"value\":\"CIMER\"}",
                "birim|{\"value\":\"fen-isleri\"}",
                "onay|{\"value\":\"ONAY\"}",
                "mudahale|{\"value\":\"UYAR\"}",
                "eksiksiz|{\"value\":true}",
                "not|{\"value\":\"Vatandaşın söyledikleri\"}",
                "not|{\"value\":\"x\",\"local\":true}",
                "birimKarari|{\"value\":\"IADE\",\"local\":true,\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/json\"}}",
                "birimKarari|{\"value\":\"rO0ABXQAAXg=\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "birimKarari|{\"value\":\"aWFkZQ==\",\"type\":\"Bytes\"}",
                "birimKarari|{\"value\":1}",
                "nesne|{\"value\":\"{}\",\"type\":\"Json\"}"
            })
    void nothingBecomesAVariableButTheStepsOwnDecision(String name, String value) {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task = "/engine-rest/task/" + office.task(number, "Cevap_Hazirlama");
        var variables = variables(number);
        var decision = name.equals("birimKarari") ? "" : "\"birimKarari\":{\"value\":\"IADE\"},";
        var body = "{\"variables\":{%s\"%s\":%s}}".formatted(decision, name, value);

        for (var way : List.of("/complete", "/submit-form")) {
            assertThat(office.post("fen", task + way, body).status()).as(way).isBetween(400, 422);
        }

        assertThat(variables(number)).isEqualTo(variables);
        assertThat(office.task(number, "Cevap_Hazirlama")).isNotEmpty();
    }

    @Test
    void theStepsOfEscalationTakeNoMore() {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        office.moveClock("P40D");
        var variables = variables(number);
        for (var step : Map.of("Yonetici_Mudahalesi", "yonetici", "Sube_Muduru_Mudahalesi", "mudur")
                .entrySet()) {
            var task = "/engine-rest/task/" + office.task(number, step.getKey());
            for (var extra : List.of(
                    "\"gecSaati\":{\"value\":\"x\"}",
                    "\"ikinciSinir\":{\"value\":\"x\"}",
                    "\"not\":{\"value\":\"x\"}")) {
                assertThat(office.post(
                                        step.getValue(),
                                        task + "/complete",
                                        "{\"variables\":{\"mudahale\":{\"value\":\"UYAR\"}," + extra + "}}")
                                .status())
                        .as("%s %s", step, extra)
                        .isEqualTo(422);
            }
        }
        assertThat(variables(number)).isEqualTo(variables);
        assertThat(office.complete("yonetici", number, "Yonetici_Mudahalesi", "mudahale", "UYAR")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "localVariables"})
    void noVariableIsWrittenByItself(String kind) {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task =
                taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        var variables = variables(number);
        var value = "{\"value\":\"x\",\"type\":\"String\"}";

        for (var user : List.of("fen", "surec", "admin")) {
            for (var api : APIS) {
                for (var place : List.of(
                        "/task/" + task.getId(),
                        "/process-instance/" + task.getProcessInstanceId(),
                        "/execution/" + task.getExecutionId())) {
                    var address = api + place + "/" + kind;
                    assertThat(Stream.of(
                                    office.put(user, address + "/gecSaati", value),
                                    office.post(user, address + "/gecSaati/data", value),
                                    office.post(user, address, "{\"modifications\":{\"gecSaati\":" + value + "}}"),
                                    office.delete(user, address + "/gecSaati")))
                            .as("%s %s", user, address)
                            .extracting(Office.Answer::status)
                            .containsOnly(404);
                }
            }
        }

        assertThat(variables(number)).isEqualTo(variables);
    }

    @ParameterizedTest
    @CsvSource({
        "fen, false, true",
        "halkla, false, true",
        "surec, true, false",
        "denetci, true, true",
        "admin, false, false"
    })
    void buttonsThatWouldBeRefusedAreHidden(String user, boolean hidesClaim, boolean hidesRetry) {
        var sheet = office.get(user, "/camunda/lib/yetki.css").response();

        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
        assertThat(sheet.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(sheet.body().contains(".claim")).isEqualTo(hidesClaim);
        assertThat(sheet.body().contains("openJobRetryDialog")).isEqualTo(hidesRetry);
        assertThat(sheet.body().contains(".task-filter .actions")).isEqualTo(!user.equals("admin"));
    }

    @Test
    void camundasOwnSignInTellsNobodyWhetherAPasswordIsRight() {
        for (var user : List.of("", "fen", "admin")) {
            assertThat(office.form(
                                    user,
                                    "/camunda/api/admin/auth/user/default/login/tasklist",
                                    "username",
                                    "fen",
                                    "password",
                                    "demo")
                            .status())
                    .isEqualTo(404);
            assertThat(office.post(user, "/engine-rest/identity/verify", "{\"username\":\"fen\",\"password\":\"demo\"}")
                            .status())
                    .isEqualTo(user.isEmpty() ? 401 : 404);
        }
    }

    @Test
    void nobodyDeploysWhateverTheSpelling() {
        long deployed = jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();

        for (var address : List.of(
                "/engine-rest/deployment/create",
                "/engine-rest/deployment/create/",
                "/engine-rest//deployment/create",
                "/engine-rest/deployment/create;a=b",
                "/engine-rest/deployment/%63reate",
                "/engine-rest/engine/default/deployment/create",
                "/camunda/api/engine/engine/default/deployment/create",
                "/camunda/api/engine/engine/default/deployment/create/")) {
            assertThat(office.post("admin", address, "{}").status()).as(address).isIn(400, 404);
        }

        assertThat(jdbc.sql("select count(*) from act_re_deployment")
                        .query(Long.class)
                        .single())
                .isEqualTo(deployed);
    }

    private Job timer(String number) {
        return managementService
                .createJobQuery()
                .timers()
                .processInstanceId(instance(number))
                .listPage(0, 1)
                .get(0);
    }

    private void assertUnchanged(Job job) {
        var now = managementService.createJobQuery().jobId(job.getId()).singleResult();
        assertThat(now.getRetries()).isEqualTo(job.getRetries());
        assertThat(now.getDuedate()).isEqualTo(job.getDuedate());
        assertThat(now.isSuspended()).isFalse();
    }

    private String assignee(String number) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getAssignee();
    }

    private List<Object> variables(String number) {
        return List.of(
                runtimeService.getVariables(instance(number)),
                jdbc.sql("select count(*) from act_ru_variable")
                        .query(Long.class)
                        .single());
    }

    private String instance(String number) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .singleResult()
                .getId();
    }
}

package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Authorization by role over HTTP: what is allowed and what is refused, with valid credentials. */
@HttpTest
class WhoMayIT {

    private static final List<String> EVERYONE = List.of(
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
    private static final List<String> CHANNELS =
            List.of("BILGI_EDINME", "CIMER", "ACIK_KAPI", "BEYAZ_MASA", "BEYAZ_MASA_MOBIL", "ALO_153", "DIJITAL");

    private static final String API = "/api/v1/basvurular/";
    private static final String NOBODYS_NUMBER = "1999-000001";

    @LocalServerPort
    int port;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    // Registering

    @ParameterizedTest
    @CsvSource({
        "istemci, BILGI_EDINME CIMER ACIK_KAPI BEYAZ_MASA BEYAZ_MASA_MOBIL ALO_153 DIJITAL",
        "halkla, BILGI_EDINME CIMER ACIK_KAPI BEYAZ_MASA BEYAZ_MASA_MOBIL ALO_153 DIJITAL",
        "admin, BILGI_EDINME CIMER ACIK_KAPI BEYAZ_MASA BEYAZ_MASA_MOBIL ALO_153 DIJITAL",
        "masa, BEYAZ_MASA BEYAZ_MASA_MOBIL",
        "operator, ALO_153",
        "bilgi, BILGI_EDINME",
        "fen, ''",
        "park, ''",
        "yonetici, ''",
        "mudur, ''",
        "surec, ''",
        "denetci, ''"
    })
    void eachRegistersOnItsOwnChannels(String user, String allowed) {
        var own = List.of(allowed.split(" "));
        for (var channel : CHANNELS) {
            assertThat(office.post(user, "/api/v1/basvurular", Office.application(channel))
                            .status())
                    .as(channel)
                    .isEqualTo(own.contains(channel) ? 201 : 403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "denetci, 200",
        "surec, 200",
        "admin, 200",
        "halkla, 403",
        "yonetici, 403",
        "mudur, 403",
        "fen, 403",
        "masa, 403",
        "operator, 403",
        "bilgi, 403",
        "istemci, 403"
    })
    void auditorsVerifyTheHistory(String user, int status) {
        office.register("istemci", Office.application("CIMER"));

        var answer = office.get(user, "/api/v1/audit/verification");

        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body().get("checked").asLong()).isPositive();
            assertThat(answer.body().get("broken").isArray()).isTrue();
            assertThat(answer.body().has("head")).isTrue();
        }
    }

    // Review, routing, answer, approval: each step is its group's and the administrators'

    @ParameterizedTest
    @CsvSource({
        "BILGI_EDINME, bilgi, bilgi",
        "CIMER, halkla, halkla",
        "ACIK_KAPI, halkla, halkla",
        "BEYAZ_MASA, masa, halkla",
        "BEYAZ_MASA_MOBIL, masa, halkla",
        "ALO_153, operator, halkla",
        "DIJITAL, halkla, halkla"
    })
    void eachStepBelongsToItsGroup(String channel, String reviewer, String router) {
        var number = office.register("istemci", Office.application(channel));

        assertOnly(reviewer, number, "On_Inceleme", "onInceleme", "KABUL");
        assertOnly(router, number, "Birime_Sevk", "birim", "fen-isleri");
        assertThat(office.put("fen", API + number + "/cevap", Office.DRAFT).status())
                .isEqualTo(200);
        assertOnly("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP");
        assertOnly("halkla", number, "Cevap_Onayi", "onay", "ONAY");
    }

    /** The form agrees with the engine: users who are offered a task can claim it, and no others. */
    @ParameterizedTest
    @ValueSource(strings = {"On_Inceleme", "Birime_Sevk", "Cevap_Hazirlama"})
    void theFileOfATaskSaysWhetherItCanBeTaken(String step) {
        var number = step.equals("Cevap_Hazirlama")
                ? office.atTheUnit("CIMER", Office.application("CIMER"))
                : office.register("istemci", Office.application("CIMER"));
        if (step.equals("Birime_Sevk")) {
            Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "KABUL"));
        }
        String task = office.task(number, step);
        for (var user : List.of("halkla", "fen", "park", "yonetici", "mudur", "denetci", "admin")) {
            var file = office.get(user, API + number + "/dosya?task=" + task);
            if (file.status() != 200) {
                continue;
            }
            var claim = office.post(user, "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}");
            assertThat(file.body().get("mayWork").asBoolean()).as(user).isEqualTo(claim.status() == 204);
            if (claim.status() == 204) {
                Office.does(office.post(user, "/engine-rest/task/" + task + "/unclaim", "{}"));
            }
        }
        assertThat(office.get("yonetici", API + number + "/dosya?task=" + task)
                        .body()
                        .get("mayWork")
                        .asBoolean())
                .isFalse();
        assertThat(office.get("yonetici", API + number + "/dosya")
                        .body()
                        .get("mayWork")
                        .isNull())
                .isTrue();
    }

    @Test
    void anAdministratorMayTakeEveryStep() {
        var number = office.register("admin", Office.application("CIMER"));

        assertThat(office.complete("admin", number, "On_Inceleme", "onInceleme", "KABUL")
                        .status())
                .isEqualTo(204);
        assertThat(office.complete("admin", number, "Birime_Sevk", "birim", "fen-isleri")
                        .status())
                .isEqualTo(204);
        assertThat(office.put("admin", API + number + "/cevap", Office.DRAFT).status())
                .isEqualTo(200);
        assertThat(office.complete("admin", number, "Cevap_Hazirlama", "birimKarari", "CEVAP")
                        .status())
                .isEqualTo(204);
        assertThat(office.get("admin", "/engine-rest/process-instance/" + instance(number) + "/variables")
                        .body()
                        .at("/birim/value")
                        .asText())
                .isEqualTo("fen-isleri");
        assertThat(office.complete("admin", number, "Cevap_Onayi", "onay", "ONAY")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatAUnitReturnedIsNoLongerItsOwn() {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        assertThat(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "IADE")
                        .status())
                .isEqualTo(204);
        Office.does(office.complete("halkla", number, "Birime_Sevk", "birim", "park-bahceler"));

        assertThat(office.put("fen", API + number + "/cevap", Office.DRAFT).status())
                .isEqualTo(403);
        assertOnly("park", number, "Cevap_Hazirlama", "birimKarari", "IADE");
        assertThat(office.get("fen", API + number).status())
                .as("it was routed there once")
                .isEqualTo(200);
    }

    // The draft answer

    @Test
    void theUnitDraftsWhetherTheTaskIsClaimedOrNot() {
        var number = office.atTheUnit("DIJITAL", Office.application("DIJITAL"));
        assertThat(office.put("fen", API + number + "/cevap", Office.DRAFT).status())
                .isEqualTo(200);

        var task = office.task(number, "Cevap_Hazirlama");
        assertThat(office.post("fen", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"fen\"}")
                        .status())
                .isEqualTo(204);

        assertThat(office.put("fen", API + number + "/cevap", Office.DRAFT).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "halkla, 403",
        "yonetici, 403",
        "mudur, 403",
        "surec, 403",
        "denetci, 403",
        "operator, 403",
        "istemci, 403",
        "park, 404",
        "masa, 404",
        "bilgi, 404"
    })
    void nobodyElseDraftsAndWhoMayNotReadFindsNothing(String user, int status) {
        var number = office.atTheUnit("ALO_153", Office.application("ALO_153"));

        var refused = office.put(user, API + number + "/cevap", Office.DRAFT);

        assertThat(refused.status()).isEqualTo(status);
        if (status == 404) {
            assertSameAnswer(refused, office.put(user, API + NOBODYS_NUMBER + "/cevap", Office.DRAFT), number);
        }
        assertThat(office.get("halkla", API + number + "/dosya").response().body())
                .doesNotContain("Çukur kapatıldı");
    }

    // Holidays

    @ParameterizedTest
    @ValueSource(strings = {"surec", "admin"})
    void theProcessOwnersKeepTheHolidays(String user) {
        var day = "/api/v1/holidays/2031-03-05";

        assertThat(office.put(user, day, "{\"name\":\"Deneme günü\"}").status()).isEqualTo(201);
        assertThat(office.delete(user, day).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"masa", "operator", "bilgi", "halkla", "fen", "park", "yonetici", "mudur", "denetci", "istemci"})
    void nobodyElseTouchesTheHolidays(String user) {
        assertThat(office.put(user, "/api/v1/holidays/2031-03-05", "{\"name\":\"Deneme günü\"}")
                        .status())
                .isEqualTo(403);
        assertThat(office.delete(user, "/api/v1/holidays/2031-01-01").status()).isEqualTo(403);
        assertThat(office.get(user, "/api/v1/holidays/2031-01-01").status()).isEqualTo(200);
        assertThat(office.get(user, "/api/v1/holidays/2031-03-05").status()).isEqualTo(404);
    }

    // Reading

    /** An application of ALO 153 that a system delivered and that stands at Fen İşleri. */
    @ParameterizedTest
    @CsvSource({
        "halkla, 200, 200, true",
        "yonetici, 200, 200, true",
        "mudur, 200, 200, true",
        "admin, 200, 200, true",
        "operator, 200, 200, true",
        "surec, 200, 200, false",
        "denetci, 200, 200, false",
        "fen, 200, 200, false",
        "istemci, 200, 404, false",
        "park, 404, 404, false",
        "masa, 404, 404, false",
        "bilgi, 404, 404, false"
    })
    void whatOneMayNotReadLooksLikeWhatIsNotThere(String user, int one, int insight, boolean seesApplicant) {
        var number = office.atTheUnit("ALO_153", Office.application("ALO_153"));

        for (var view : List.of("", "/history", "/dosya")) {
            var answer = office.get(user, API + number + view);
            assertThat(answer.status()).as(view).isEqualTo(view.isEmpty() ? one : insight);
            if (answer.status() == 404) {
                assertSameAnswer(answer, office.get(user, API + NOBODYS_NUMBER + view), number);
            }
        }
        assertThat(office.get(user, API + number + "/dosya").response().body().contains("Ayşe Işık"))
                .isEqualTo(seesApplicant);
        assertThat(numbers(office.get(user, "/api/v1/basvurular?channel=ALO_153&status=BIRIMDE&size=100")
                                .body()
                                .get("items"))
                        .contains(number))
                .as("listed")
                .isEqualTo(one == 200);
    }

    @Test
    void aSystemReadsNothingThatItDidNotDeliver() {
        var number = office.register("operator", Office.application("ALO_153"));

        assertThat(office.get("istemci", API + number).status()).isEqualTo(404);
        assertThat(numbers(office.get("istemci", "/api/v1/basvurular?size=100")
                        .body()
                        .get("items")))
                .doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task/count",
                "/engine-rest/process-instance/count",
                "/engine-rest/variable-instance/count",
                "/engine-rest/job/count",
                "/engine-rest/history/process-instance/count",
                "/engine-rest/history/task/count",
                "/engine-rest/history/activity-instance/count",
                "/engine-rest/decision-definition/count",
                "/engine-rest/deployment/count"
            })
    void aSystemSeesNothingInTheEngineAndAnAuditorSeesIt(String counted) {
        office.atTheUnit("ALO_153", Office.application("ALO_153"));

        assertThat(office.get("istemci", counted).status()).isEqualTo(403);
        assertThat(office.get("denetci", counted).body().get("count").asLong()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fen", "masa", "bilgi", "operator", "istemci"})
    void theEnginesMemoryIsNotForEveryone(String user) {
        var number = office.atTheUnit("ALO_153", Office.application("ALO_153"));

        for (var kind : List.of("process-instance", "activity-instance", "task")) {
            var found = office.get(
                    user, "/engine-rest/history/" + kind + "?maxResults=5&processInstanceId=" + instance(number));
            assertThat(found.status()).as(kind).isEqualTo(403);
        }
    }

    // Auditors change nothing

    @Test
    void anAuditorReadsTasksAndVariablesAndChangesNothing() {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var task = office.task(number, "Cevap_Hazirlama");
        var instance = instance(number);

        assertThat(office.get("denetci", "/engine-rest/task/" + task).status()).isEqualTo(200);
        assertThat(office.get("denetci", "/engine-rest/process-instance/" + instance)
                        .status())
                .isEqualTo(200);
        assertRefused("denetci", number);
        assertThat(office.put("denetci", API + number + "/gerekce", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(office.post("denetci", "/teslim/1", "{}").status()).isEqualTo(403);
    }

    @Test
    void aReasonIsWrittenByWhoMayTakeTheOpenStepAlone() {
        var number = office.atTheUnit("CIMER", Office.application("CIMER"));

        for (var user : List.of("halkla", "yonetici", "mudur", "surec")) {
            assertThat(office.put(user, API + number + "/gerekce", "{\"text\":\"x\"}")
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(office.put("park", API + number + "/gerekce", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(office.put("fen", API + number + "/gerekce", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(200);
    }

    /** Processes cannot be moved other than by their tasks; users with read access work on no task. */
    @ParameterizedTest
    @ValueSource(
            strings = {"masa", "operator", "bilgi", "halkla", "park", "yonetici", "mudur", "surec", "denetci", "istemci"
            })
    void whoseTaskItIsNotChangesNothingInTheEngine(String user) {
        assertRefused(user, office.atTheUnit("CIMER", Office.application("CIMER")));
    }

    private void assertRefused(String user, String number) {
        var task = "/engine-rest/task/" + office.task(number, "Cevap_Hazirlama");
        var instance = "/engine-rest/process-instance/" + instance(number);
        var variable = "{\"value\":\"park-bahceler\",\"type\":\"String\"}";

        var attempts = List.of(
                office.post(user, task + "/claim", "{\"userId\":\"" + user + "\"}"),
                office.post(user, task + "/assignee", "{\"userId\":\"" + user + "\"}"),
                office.post(user, task + "/delegate", "{\"userId\":\"" + user + "\"}"),
                office.post(user, task + "/complete", "{\"variables\":{\"birimKarari\":{\"value\":\"IADE\"}}}"),
                office.post(user, task + "/submit-form", "{\"variables\":{\"birimKarari\":{\"value\":\"IADE\"}}}"),
                office.post(user, task + "/identity-links", "{\"userId\":\"" + user + "\",\"type\":\"candidate\"}"),
                office.put(user, task + "/variables/birim", variable),
                office.put(user, task + "/localVariables/birim", variable),
                office.put(user, instance + "/variables/birim", variable),
                office.put(user, instance + "/suspended", "{\"suspended\":true}"),
                office.post(
                        user,
                        instance + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Cevap_Onayi\"}]}"),
                office.delete(user, instance),
                office.post(user, "/engine-rest/process-definition/key/cimer/start", "{}"),
                office.put(
                        user,
                        "/engine-rest/process-definition/key/cimer/suspended",
                        "{\"suspended\":true,\"includeProcessInstances\":false}"));

        assertThat(attempts).extracting(Office.Answer::status).containsOnly(403, 404);
        assertThat(office.get("halkla", API + number).body().get("status").asText())
                .isEqualTo("BIRIMDE");
        assertThat(office.get("admin", task).body().get("assignee").isNull()).isTrue();
    }

    // Jobs

    @ParameterizedTest
    @CsvSource({
        "surec, 409",
        "admin, 409",
        "denetci, 403",
        "halkla, 403",
        "yonetici, 403",
        "mudur, 403",
        "fen, 403",
        "masa, 403",
        "operator, 403",
        "bilgi, 403",
        "park, 403",
        "istemci, 403"
    })
    void nobodyGivesATimerOtherRetries(String user, int status) {
        var number = office.register("istemci", Office.application("CIMER"));
        var job = office.get("admin", "/engine-rest/job?maxResults=5&processInstanceId=" + instance(number))
                .body()
                .get(0)
                .get("id")
                .asText();

        assertThat(office.put(user, "/engine-rest/job/" + job + "/retries", "{\"retries\":4}")
                        .status())
                .isEqualTo(status);
        assertThat(office.get("admin", "/engine-rest/job/" + job)
                        .body()
                        .get("retries")
                        .asInt())
                .isEqualTo(5);
    }

    // The demonstration

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "istemci"
            })
    void theDemonstrationIsMovedByAdministratorsOnly(String user) {
        assertThat(office.post(user, "/demo/clock", "{\"advance\":\"PT0S\"}").status())
                .isEqualTo(403);
        assertThat(office.post(user, "/demo/reset", "{}").status()).isEqualTo(403);
        assertThat(office.get(user, "/demo/posta").status()).isEqualTo(403);
    }

    @Test
    void anAdministratorMovesTheDemonstration() {
        assertThat(office.post("admin", "/demo/clock", "{\"advance\":\"PT0S\"}").status())
                .isEqualTo(200);
        assertThat(office.get("admin", "/demo/posta").status()).isEqualTo(200);
        assertThat(office.post("", "/demo/clock", "{\"advance\":\"PT0S\"}").status())
                .isEqualTo(401);
        assertThat(office.post("", "/demo/reset", "{}").status()).isEqualTo(401);
    }

    /** Everyone but the user and the administrators is refused the open step; then the user completes it. */
    private void assertOnly(String user, String number, String element, String variable, String value) {
        var task = office.task(number, element);
        var decision = "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(variable, value);
        var allowed = Set.of(user, "admin");
        for (var other : EVERYONE) {
            if (!allowed.contains(other)) {
                assertThat(office.post(other, "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + other + "\"}")
                                .status())
                        .as("%s claims %s", other, element)
                        .isEqualTo(403);
                assertThat(office.post(other, "/engine-rest/task/" + task + "/complete", decision)
                                .status())
                        .as("%s completes %s", other, element)
                        .isEqualTo(403);
            }
        }
        assertThat(office.post(user, "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}")
                        .status())
                .as("%s claims %s", user, element)
                .isEqualTo(204);
        assertThat(office.post(user, "/engine-rest/task/" + task + "/complete", decision)
                        .status())
                .as("%s completes %s", user, element)
                .isEqualTo(204);
    }

    private static void assertSameAnswer(Office.Answer hidden, Office.Answer absent, String number) {
        assertThat(hidden.status()).isEqualTo(absent.status());
        assertThat(hidden.response().body().replace(number, NOBODYS_NUMBER))
                .isEqualTo(absent.response().body());
    }

    private String instance(String number) {
        return office.get("admin", "/engine-rest/process-instance?maxResults=5&businessKey=" + number)
                .body()
                .get(0)
                .get("id")
                .asText();
    }

    private static List<String> numbers(JsonNode items) {
        return Arrays.asList(items.findValuesAsText("number").toArray(String[]::new));
    }
}

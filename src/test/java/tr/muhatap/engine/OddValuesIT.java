package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.BrowserSession;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/**
 * Sends every operation of the table what its description does not foresee: values of another kind, too long, too deep,
 * twice. Whatever comes, the caller reads a Turkish problem with a status of his own, and what was refused changed
 * nothing. Each described field and parameter gets one odd value in turn, with {@code -Dmuhatap.doors=full} each of
 * them all.
 */
@HttpTest
class OddValuesIT {

    private static final boolean FULL = "full".equals(System.getProperty("muhatap.doors"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPS = "/camunda/api/engine/engine/default";

    /** A user for this test only. */
    private static final String USER = "tuhaf.kisi";

    private static final String GROUP = "birim-fen-isleri";

    /** Number of odd bodies that do not depend on the operation. */
    private static final int SAME_FOR_ALL = 20;

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "[{}]",
            "null",
            "\"x\"",
            "1",
            "1e999",
            "true",
            "NaN",
            "{\"yok\":1}",
            "{\"\":null}",
            "{}{}",
            "<a/>",
            "\u0000",
            "\uFEFF{}",
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"variables\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "{\"variables\":null}",
            "{\"variables\":[]}",
            "{\"variables\":{\"mudahale\":null}}",
            "{\"variables\":{\"mudahale\":1}}",
            "{\"variables\":{\"mudahale\":[]}}",
            "{\"variables\":{\"mudahale\":{}}}",
            "{\"variables\":{\"\":{\"value\":1}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":null}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":{\"a\":1}}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"Yok\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"File\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"%%\",\"type\":\"Bytes\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"Object\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"Date\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"Integer\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"Xml\"}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":1}}}",
            "{\"variables\":{\"birimKarari\":{\"value\":\"x\",\"type\":\"String\",\"valueInfo\":{\"transient\":1}}}}",
            "{\"orQueries\":[null]}",
            "{\"orQueries\":[[]]}",
            "{\"orQueries\":[{\"sorting\":[{\"sortBy\":\"id\",\"sortOrder\":\"asc\"}]}]}",
            "{\"orQueries\":[{\"orQueries\":[{\"orQueries\":[]}]}]}",
            "{\"sorting\":[null]}",
            "{\"sorting\":[{}]}",
            "{\"sorting\":[{\"sortBy\":\"yok\",\"sortOrder\":\"asc\"}]}",
            "{\"sorting\":[{\"sortBy\":\"id\",\"sortOrder\":\"yok\"}]}",
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"yok\"}}]}",
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\"}]}",
            "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"yok\",\"value\":1}]}",
            "{\"processVariables\":[{\"name\":null,\"operator\":\"eq\",\"value\":{}}]}",
            "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"like\",\"value\":1}]}",
            "{\"taskVariables\":[{\"operator\":\"eq\"}]}",
            "{\"variables\":[{\"name\":\"x\",\"operator\":\"gt\",\"value\":null}]}",
            "{\"name\":\"%s\"}".formatted("x".repeat(5_000)),
            "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{},\"properties\":{}}".formatted("x".repeat(5_000)),
            "{\"resourceType\":\"Yok\",\"name\":\"x\",\"query\":{}}",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"orQueries\":[null]}}",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${1+1}\"}}",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":[],\"properties\":[]}",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"owner\":\"kimse\",\"query\":{\"sorting\":[{}]}}",
            "{\"profile\":{\"id\":\"fen\"},\"credentials\":{\"password\":\"Uzun bir parola 1\"}}",
            "{\"profile\":{\"id\":\"%s\"},\"credentials\":{\"password\":\"Uzun bir parola 1\"}}"
                    .formatted("x".repeat(300)),
            "{\"profile\":{\"id\":\"yeni.kisi\",\"email\":\"%s\"},\"credentials\":{\"password\":\"Uzun bir parola 1\"}}"
                    .formatted("x".repeat(300)),
            "{\"profile\":{\"id\":null},\"credentials\":{\"password\":null}}",
            "{\"profile\":null,\"credentials\":null}",
            "{\"profile\":[],\"credentials\":\"x\"}",
            "{\"password\":{},\"authenticatedUserPassword\":[]}",
            "{\"retries\":{}}",
            "{\"retries\":-1}",
            "{\"retries\":99999999999}",
            "{\"retries\":1.5}",
            "{\"retries\":\"x\"}");

    private static final List<String> ODD_FIELDS = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "\"\"",
            "\"x\"",
            "\"%\"",
            "\"${1+1}\"",
            "-1",
            "1.5",
            "99999999999999999999",
            "true",
            "\"2026-13-45T99:99:99\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[{}]",
            "{\"a\":{\"b\":[null]}}");

    private static final List<String> ODD_PARAMETERS = List.of(
            "",
            "x",
            "-1",
            "-5",
            "1.5",
            "99999999999999999999",
            "true",
            "null",
            "%00",
            "%F0%9F",
            "%25",
            "a,b",
            ",",
            "2026-13-45",
            "2026-01-01T00:00:00",
            "x_eq_y",
            "x_yok_y",
            "__",
            "${1+1}",
            "{}",
            "x".repeat(3_000));

    /** What is described nowhere, since the apps alone ask for it, and what every list takes. */
    private static final List<String> FIELDS_OF_ALL = List.of(
            "firstResult",
            "maxResults",
            "sortBy",
            "sortOrder",
            "sorting",
            "variables",
            "activityIdIn",
            "processDefinitionId",
            "processInstanceIdIn",
            "startedAfter",
            "incidents");

    private static final List<String> FORMS = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json;charset=yok",
            "application/json;charset=utf-16",
            "application/json;charset=\"",
            "application/json, text/plain",
            "*/*",
            "json",
            "/",
            "");

    private static final List<String> ACCEPTED = List.of(
            "text/html",
            "application/xml",
            "application/hal+json",
            "image/png",
            "json",
            "a/b;q=x",
            "*",
            "application/json;charset=yok");

    private static final List<String> ENGLISH = List.of(
            " the ", " is ", " not ", "Cannot", "cannot", "Exception:", "must ", "ENGINE-", "org.", "java.", "Unable");

    @LocalServerPort
    private int port;

    @Autowired
    private EngineOperations operations;

    @Autowired
    private TaskService taskService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private JdbcClient jdbc;

    private BrowserSession browser;
    private JsonNode description;
    private Map<String, String> existing;
    private List<String> filters;
    private List<String> users;
    private int place;

    @BeforeEach
    void whatThereIs() throws IOException {
        try (var document = OddValuesIT.class.getResourceAsStream("/openapi.json")) {
            description = JSON.readTree(document);
        }
        var office = new Office(port);
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        office.moveClock("PT0S");
        var task =
                taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        var job = managementService
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .listPage(0, 1)
                .get(0);
        String deployment = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionId(task.getProcessDefinitionId())
                .singleResult()
                .getDeploymentId();
        String table = repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("hizmet-standartlari")
                .latestVersion()
                .singleResult()
                .getId();
        filters = filterService.createFilterQuery().list().stream()
                .map(Filter::getId)
                .toList();
        users = identityService.createUserQuery().list().stream()
                .map(User::getId)
                .toList();
        var made = filterService.newTaskFilter("Tuhaf değerler").setQuery(taskService.createTaskQuery());
        String filter = filterService.saveFilter(made).getId();
        var user = identityService.newUser(USER);
        user.setPassword("Uzun bir parola 1");
        identityService.saveUser(user);
        existing = Map.ofEntries(
                Map.entry("task", task.getId()),
                Map.entry("process-instance", task.getProcessInstanceId()),
                Map.entry("job", job.getId()),
                Map.entry("job-definition", job.getJobDefinitionId()),
                Map.entry("process-definition", task.getProcessDefinitionId()),
                Map.entry("decision-definition", table),
                Map.entry("deployment", deployment),
                Map.entry("filter", filter),
                Map.entry("user", USER),
                Map.entry("group", GROUP),
                Map.entry("members", USER),
                Map.entry("key", "cimer"),
                Map.entry("variables", "gecSaati"));
        browser = new BrowserSession(port, "admin");
    }

    @AfterEach
    void nothingOfIt() {
        filterService.createFilterQuery().list().stream()
                .map(Filter::getId)
                .filter(id -> !filters.contains(id))
                .forEach(filterService::deleteFilter);
        identityService.createUserQuery().list().stream()
                .map(User::getId)
                .filter(id -> !users.contains(id))
                .forEach(identityService::deleteUser);
    }

    @Test
    void whateverIsSentTheCallerReadsAProblemInTurkish() throws Exception {
        var started = System.nanoTime();
        var wrong = new ArrayList<String>();
        int tried = 0;
        for (var row : deletingLast()) {
            if (row.method().equals("GET")) {
                var tries = queries(row).stream()
                        .map(query -> new Try(row, path(row) + query, null))
                        .toList();
                tried += tries.size();
                wrong.addAll(together(tries));
            } else if (!row.path().endsWith("/logout")) {
                var tries = bodies(row).stream()
                        .map(body -> new Try(row, path(row), body))
                        .toList();
                tried += tries.size();
                wrong.addAll(isQuery(row) ? together(tries) : oneByOne(tries));
            }
        }
        System.out.printf("Odd values: %d requests in %d s%n", tried, (System.nanoTime() - started) / 1_000_000_000);
        assertThat(wrong).isEmpty();
    }

    private List<EngineOperation> deletingLast() {
        return operations.all().stream()
                .sorted(Comparator.comparing(row -> row.method().equals("DELETE")))
                .toList();
    }

    @Test
    void whateverFormIsSentOrAskedFor() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : deletingLast()) {
            if (!row.path().endsWith("/logout")) {
                var tries = new ArrayList<Try>();
                if (row.method().startsWith("P")) {
                    odd(FORMS, 3).forEach(form -> tries.add(new Try(row, path(row), "[1]", form, "*/*")));
                }
                odd(ACCEPTED, 1)
                        .forEach(form -> tries.add(new Try(
                                row,
                                path(row) + "?maxResults=x",
                                row.method().startsWith("P") ? "[1]" : null,
                                "application/json",
                                form)));
                wrong.addAll(isQuery(row) ? together(tries) : oneByOne(tries));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Try(
            EngineOperation row, String path, @Nullable String body, String form, String accepts) {

        Try(EngineOperation row, String path, @Nullable String body) {
            this(row, path, body, "application/json", "*/*");
        }
    }

    /** Whether the operation changes nothing even if it is accepted. */
    private static boolean isQuery(EngineOperation row) {
        return row.method().equals("OPTIONS")
                || row.method().equals("POST")
                        && Stream.of("/create", "/claim", "/unclaim", "/complete", "/submit-form")
                                .noneMatch(row.path()::endsWith);
    }

    private List<String> together(List<Try> tries) throws Exception {
        var before = EngineState.of(jdbc);
        var wrong = new ArrayList<String>();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var calls = tries.stream()
                    .map(attempt -> (Callable<String>) () -> wrong(attempt, send(attempt)))
                    .toList();
            for (var answer : pool.invokeAll(calls)) {
                if (!answer.get().isEmpty()) {
                    wrong.add(answer.get());
                }
            }
        } finally {
            pool.shutdown();
        }
        if (!EngineState.of(jdbc).equals(before)) {
            wrong.add(tries.get(0).row() + " changed something");
        }
        return wrong;
    }

    private List<String> oneByOne(List<Try> tries) throws Exception {
        var wrong = new ArrayList<String>();
        var before = EngineState.of(jdbc);
        for (var attempt : tries) {
            var answer = send(attempt);
            var fault = wrong(attempt, answer);
            var after = EngineState.of(jdbc);
            if (answer.statusCode() >= 400 && !after.equals(before)) {
                fault += " changed something: " + shown(attempt, answer);
            }
            if (!fault.isEmpty()) {
                wrong.add(fault);
            }
            before = after;
        }
        return wrong;
    }

    private static String wrong(Try attempt, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return "";
        }
        boolean isProblem = answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .startsWith("application/problem+json");
        String text = answer.body();
        try {
            // What was refused because of its session or its spelling was not tried
            isProblem = isProblem && status >= 400 && status < 500 && status != 401 && isTurkish(JSON.readTree(text));
        } catch (IOException noJson) {
            isProblem = false;
        }
        return isProblem ? "" : shown(attempt, answer);
    }

    private static boolean isTurkish(JsonNode problem) {
        var said = Stream.of("title", "detail")
                .map(member -> problem.path(member).asText())
                .toList();
        return said.stream().noneMatch(String::isEmpty)
                && ENGLISH.stream().noneMatch(word -> said.toString().contains(word))
                && problem.path("status").asInt() > 0;
    }

    private static String shown(Try attempt, HttpResponse<String> answer) {
        return "%s %s %s %s %s: %d %s %s"
                .formatted(
                        attempt.row().method(),
                        shortened(attempt.path(), 160),
                        shortened(String.valueOf(attempt.body()), 120),
                        attempt.form(),
                        attempt.accepts(),
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        shortened(answer.body(), 200));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private HttpResponse<String> send(Try attempt) {
        return browser.send(browser.withTokens(attempt.row().method(), attempt.path(), attempt.body())
                .header("Content-Type", attempt.form())
                .header("Accept", attempt.accepts()));
    }

    private List<String> bodies(EngineOperation row) {
        if (row.method().equals("DELETE") || row.method().equals("OPTIONS")) {
            return List.of("", "{}", "[");
        }
        var bodies = new ArrayList<>(hasTwin(row) ? BODIES.subList(0, SAME_FOR_ALL) : BODIES);
        for (var field : hasTwin(row) ? Set.<String>of() : fields(row)) {
            odd(ODD_FIELDS, 1).forEach(value -> bodies.add("{\"%s\":%s}".formatted(field, value)));
        }
        return bodies;
    }

    private List<String> queries(EngineOperation row) {
        var bound = "?maxResults=10";
        var queries = new ArrayList<>(
                List.of("", bound, "?", "?maxResults=", "?maxResults=x", "?maxResults=10&maxResults=x"));
        for (var parameter : hasTwin(row) ? Set.of("firstResult", "sortBy") : parameters(row)) {
            String isBounded = parameter.equals("maxResults") ? "?" : bound + "&";
            odd(ODD_PARAMETERS, 1)
                    .forEach(value -> queries.add(isBounded + parameter + "="
                            + (value.startsWith("%") ? value : URLEncoder.encode(value, StandardCharsets.UTF_8))));
        }
        return queries;
    }

    /** The apps' copy of an operation of the REST API parses its body with the same code. */
    private boolean hasTwin(EngineOperation row) {
        return !FULL
                && row.path().startsWith(APPS)
                && operations.all().stream()
                        .anyMatch(other -> other.method().equals(row.method())
                                && other.path().equals(row.path().replace(APPS, "/engine-rest")));
    }

    /** All values, or some of them in turn. */
    private List<String> odd(List<String> values, int some) {
        return FULL
                ? values
                : Stream.generate(() -> values.get(place++ % values.size()))
                        .limit(some)
                        .toList();
    }

    private Set<String> fields(EngineOperation row) {
        var fields = new LinkedHashSet<>(FIELDS_OF_ALL);
        var schema = described(row)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        addFields(fields, schema);
        return fields;
    }

    private void addFields(Set<String> fields, JsonNode schema) {
        var name = schema.path("$ref").asText().replaceFirst(".*/", "");
        var type = name.isEmpty() ? schema : description.at("/components/schemas/" + name);
        type.path("properties").fieldNames().forEachRemaining(fields::add);
        type.path("allOf").forEach(part -> addFields(fields, part));
    }

    private Set<String> parameters(EngineOperation row) {
        var parameters = new LinkedHashSet<>(FIELDS_OF_ALL);
        described(row).path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                parameters.add(parameter.path("name").asText());
            }
        });
        return parameters;
    }

    private JsonNode described(EngineOperation row) {
        String path = row.path().replace("/engine-rest", "").replace(APPS, "");
        String plain = path.replaceAll("\\{[^}]*}", "{}");
        for (var each : description.get("paths").properties()) {
            if (each.getKey().replaceAll("\\{[^}]*}", "{}").equals(plain)) {
                return each.getValue().path(row.method().toLowerCase(Locale.ROOT));
            }
        }
        return JSON.missingNode();
    }

    private String path(EngineOperation row) {
        var path = new StringBuilder();
        var segments = EngineOperation.segments(row.path());
        for (int index = 0; index < segments.size(); index++) {
            var segment = segments.get(index);
            path.append('/')
                    .append(
                            segment.startsWith("{")
                                    ? existing.getOrDefault(
                                            segments.get(index - 1), "00000000-0000-0000-0000-000000000000")
                                    : segment);
        }
        return path.toString();
    }
}

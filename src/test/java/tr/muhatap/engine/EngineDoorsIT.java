package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.access.Groups;
import tr.muhatap.engine.EngineInterface.Operation;

/**
 * Walks everything that the engine and Camunda's apps offer, as everybody, and compares the answers with the table.
 * Each operation is tried once by everybody and in one other spelling; with {@code -Dmuhatap.doors=full} each in each
 * spelling by everybody, which takes long and is no part of the gate.
 */
@HttpTest
class EngineDoorsIT {

    private static final boolean FULL = "full".equals(System.getProperty("muhatap.doors"));

    /** Errors behind the filter, such as Camunda's CSRF check, are answered by the error page. */
    private static final String ERROR_PAGE = "\"type\":\"about:blank\"";

    private static final String NOBODY = "";
    private static final String ABSENT_ID = "00000000-0000-0000-0000-000000000000";

    /** All demo users, and an anonymous one. */
    private static final Map<String, List<String>> EVERYBODY = new LinkedHashMap<>();

    static {
        EVERYBODY.put(NOBODY, List.of());
        EVERYBODY.put("masa", List.of(Groups.BEYAZ_MASA));
        EVERYBODY.put("operator", List.of(Groups.CAGRI_MERKEZI));
        EVERYBODY.put("bilgi", List.of(Groups.BILGI_EDINME_BIRIMI));
        EVERYBODY.put("halkla", List.of(Groups.HALKLA_ILISKILER));
        EVERYBODY.put("fen", List.of(Groups.ofUnit("fen-isleri")));
        EVERYBODY.put("park", List.of(Groups.ofUnit("park-bahceler")));
        EVERYBODY.put("yonetici", List.of(Groups.HALKLA_ILISKILER_YONETICISI));
        EVERYBODY.put("mudur", List.of(Groups.SUBE_MUDURU));
        EVERYBODY.put("surec", List.of(Groups.SUREC_SAHIBI));
        EVERYBODY.put("denetci", List.of(Groups.DENETCI));
        EVERYBODY.put("istemci", List.of(Groups.KANAL_ISTEMCISI));
        EVERYBODY.put("admin", List.of(Groups.CAMUNDA_ADMIN));
    }

    /** The filter's decision about a request; 0 if it is passed on. */
    private enum Answer {
        UNCLEAN(400),
        SIGN_IN(401),
        FORBIDDEN(403),
        NOT_THERE(404),
        PASSES(0);

        private final int status;

        Answer(int status) {
            this.status = status;
        }
    }

    private record Spelling(String name, String method, String path, Map<String, String> headers, boolean clean) {}

    private record Try(String user, Spelling spelling, Answer expected) {}

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
    private JdbcClient jdbc;

    private final HttpClient client = HttpClient.newHttpClient();
    private Map<String, String> existing;

    @BeforeEach
    void anApplicationInTheUnit() {
        var office = new Office(port);
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        office.moveClock("PT0S");
        var task =
                taskService.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        String instance = task.getProcessInstanceId();
        var job = managementService
                .createJobQuery()
                .processInstanceId(instance)
                .listPage(0, 1)
                .get(0);
        String deployment = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionId(task.getProcessDefinitionId())
                .singleResult()
                .getDeploymentId();
        existing = Map.ofEntries(
                Map.entry("task", task.getId()),
                Map.entry("process-instance", instance),
                Map.entry("execution", task.getExecutionId()),
                Map.entry("job", job.getId()),
                Map.entry("job-definition", job.getJobDefinitionId()),
                Map.entry("process-definition", task.getProcessDefinitionId()),
                Map.entry("decision-definition", decisionTable()),
                Map.entry("deployment", deployment),
                Map.entry("user", "park"),
                Map.entry("group", "birim-park-bahceler"),
                Map.entry("members", "park"),
                Map.entry("key", "cimer"),
                Map.entry("engine", "default"),
                Map.entry("base", "default"),
                Map.entry("adminPlugins", "default"),
                Map.entry("variables", "gecSaati"),
                Map.entry("localVariables", "gecSaati"));
    }

    private String decisionTable() {
        return repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("hizmet-standartlari")
                .latestVersion()
                .singleResult()
                .getId();
    }

    @Test
    void whatIsNotNamedIsNotThereAndWhatIsNamedIsOnlyForWhoIsNamed() throws Exception {
        var all = EngineInterface.all();
        var started = System.nanoTime();
        var before = EngineState.of(jdbc);
        var wrong = new ArrayList<String>();
        int tried = 0;
        // In sequence, since correct passwords are cached for a limited time
        for (var user : EVERYBODY.keySet()) {
            var tries = tries(user, all);
            tried += tries.size();
            wrong.addAll(wrongOf(tries));
        }

        System.out.printf(
                "Engine's doors: %d operations, %d people, %d spellings; %d requests tried in %d s%n",
                all.size(),
                EVERYBODY.size(),
                spellings(all.get(0)).size(),
                tried,
                (System.nanoTime() - started) / 1_000_000_000);
        assertThat(wrong).isEmpty();
        assertThat(EngineState.of(jdbc)).isEqualTo(before);
    }

    private List<Try> tries(String user, List<Operation> all) {
        var tries = new ArrayList<Try>();
        for (int place = 0; place < all.size(); place++) {
            var operation = all.get(place);
            tries.add(plain(user, operation));
            var spellings = spellings(operation);
            if (FULL) {
                spellings.forEach(spelling -> tries.add(spelled(user, operation, spelling)));
            } else if (user.equals("admin")) {
                tries.add(spelled(user, operation, spellings.get(place % spellings.size())));
            }
        }
        return tries;
    }

    /** A row without an offered operation was mistyped, or is obsolete after an upgrade of the engine. */
    @Test
    void everyRowIsAnOperationThatThereIsAndNoneStandsTwice() {
        var offered = EngineInterface.all();

        assertThat(offered)
                .containsAll(
                        operations.all().stream().map(EngineDoorsIT::operation).toList());
        assertThat(operations.all())
                .extracting(row -> row.method() + " " + row.path())
                .doesNotHaveDuplicates();
        assertThat(operations.all())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reason()).isNotBlank());
    }

    private Try plain(String user, Operation operation) {
        var row = named(operation);
        boolean allowed = row != null && row.callers().include(EVERYBODY.getOrDefault(user, List.of()));
        var path = row != null && row.path().endsWith("/")
                ? address(operation, allowed) + "/"
                : address(operation, allowed);
        boolean ofPrograms = path.startsWith("/engine-rest");
        Answer expected;
        if (row == null) {
            expected = user.equals(NOBODY) && ofPrograms ? Answer.SIGN_IN : Answer.NOT_THERE;
        } else if (row.path().endsWith("/logout")) {
            // Answered by the sign-out itself, which requires no user
            expected = Answer.PASSES;
        } else if (user.equals(NOBODY)) {
            expected = Answer.SIGN_IN;
        } else {
            expected = allowed && !needsToken(row) ? Answer.PASSES : Answer.FORBIDDEN;
        }
        return new Try(user, new Spelling("plain", operation.method(), path, Map.of(), true), expected);
    }

    /** Operations of the apps' sessions, which these clients do not have; see SessionTokensIT. */
    private static boolean needsToken(EngineOperation row) {
        return row.path().startsWith("/camunda/") && !List.of("GET", "OPTIONS").contains(row.method());
    }

    private Try spelled(String user, Operation operation, Spelling spelling) {
        boolean toSignIn = user.equals(NOBODY) && spelling.path().startsWith("/engine-rest/");
        return new Try(
                user, spelling, spelling.clean() ? (toSignIn ? Answer.SIGN_IN : Answer.NOT_THERE) : Answer.UNCLEAN);
    }

    private @Nullable EngineOperation named(Operation operation) {
        return operations.all().stream()
                .filter(row -> operation(row).equals(operation))
                .findFirst()
                .orElse(null);
    }

    /** A row names the one engine and the apps' files, where what is offered has variables. */
    private static Operation operation(EngineOperation row) {
        return Operation.of(
                row.method(), row.path().replace("/default", "/{}").replaceFirst("/static/.*", "/static/{}"));
    }

    /**
     * The operation's address in spellings that only one of several readers would take for it, and by other methods.
     */
    private List<Spelling> spellings(Operation operation) {
        var path = address(operation, false);
        var method = operation.method();
        var unclean = new LinkedHashMap<String, UnaryOperator<String>>();
        unclean.put("slash at the end", plain -> plain + "/");
        unclean.put("two slashes at the end", plain -> plain + "//");
        unclean.put("double slash", plain -> beforeLast(plain, "/"));
        unclean.put("double slash at first", plain -> "/" + plain);
        unclean.put("dot", plain -> beforeLast(plain, "/."));
        unclean.put("dots", plain -> beforeLast(plain, "/x/.."));
        unclean.put("dots from outside", plain -> "/css/.." + plain);
        unclean.put("encoded dots", plain -> beforeLast(plain, "/x/%2e%2e"));
        unclean.put("encoded slash", plain -> beforeLast(plain, "%2F").replaceFirst("%2F/", "%2F"));
        unclean.put("encoded slash at the end", plain -> plain + "%2f");
        unclean.put("encoded backslash", plain -> plain + "%5C");
        unclean.put("encoded letter", EngineDoorsIT::encodedLetter);
        unclean.put("letter encoded twice", plain -> encodedLetter(plain).replace("%", "%25"));
        unclean.put("matrix parameter", plain -> plain + ";a=b");
        unclean.put("matrix parameter inside", plain -> beforeLast(plain, ";a=b"));
        unclean.put("matrix parameter without a name", plain -> plain + ";");
        unclean.put("encoded semicolon", plain -> plain + "%3Ba=b");
        unclean.put("encoded blank", plain -> plain + "%20");
        unclean.put("encoded null", plain -> plain + "%00");
        unclean.put("encoded line feed", plain -> plain + "%0A");
        var spellings = new ArrayList<Spelling>();
        unclean.forEach((name, change) -> {
            var changed = change.apply(path);
            if (!isNamed(method, changed)) {
                spellings.add(new Spelling(name, method, changed, Map.of(), false));
            }
        });
        spellings.add(new Spelling("other case", method, upperFirst(path), Map.of(), true));
        spellings.add(new Spelling(
                "other case at first",
                method,
                path.replaceFirst("^/[a-z]", "/" + path.substring(1, 2).toUpperCase(java.util.Locale.ROOT)),
                Map.of(),
                true));
        if (!isNamed(method, path + ".json")) {
            spellings.add(new Spelling("ending", method, path + ".json", Map.of(), true));
        }
        for (var other : List.of("HEAD", "OPTIONS", "PATCH")) {
            if (!isNamed(other, path) && !isNamed(other, path + "/")) {
                spellings.add(new Spelling(other, other, path, Map.of(), true));
            }
        }
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            spellings.add(new Spelling(header, "POST", path, Map.of(header, method), true));
            spellings.add(new Spelling(header + " from GET", "GET", path, Map.of(header, "DELETE"), true));
        }
        return spellings;
    }

    private boolean isNamed(String method, String path) {
        return operations.find(method, path).isPresent();
    }

    private static String beforeLast(String path, String inserted) {
        int last = path.lastIndexOf('/');
        return path.substring(0, last) + inserted + path.substring(last);
    }

    private static String encodedLetter(String path) {
        int first = path.lastIndexOf('/') + 1;
        return path.substring(0, first) + "%%%02x".formatted((int) path.charAt(first)) + path.substring(first + 1);
    }

    /** Changes the case after the interface's own prefix, if the path has a word to change. */
    private static String upperFirst(String path) {
        int place = path.startsWith("/camunda/api/") ? "/camunda/api/".length() : "/engine-rest/".length();
        return path.length() <= place
                ? path + "X"
                : path.substring(0, place) + Character.toUpperCase(path.charAt(place)) + path.substring(place + 1);
    }

    /**
     * With ids of what there is, so that a door left open would be seen; where it is to be open, with ids of nothing.
     */
    private String address(Operation operation, boolean absent) {
        var segments = EngineOperation.segments(operation.template());
        return IntStream.range(0, segments.size())
                .mapToObj(place -> {
                    if (!segments.get(place).equals("{}")) {
                        return segments.get(place);
                    }
                    String before = segments.get(place - 1);
                    boolean isEngine = place + 1 < segments.size() && before.equals("engine");
                    if (before.equals("static")) {
                        return "app/plugin.js";
                    }
                    if (List.of("engine", "base", "adminPlugins", "setup").contains(before)
                            || isEngine
                            || (before.equals("user") && operation.template().contains("/auth/user/"))) {
                        return "default";
                    }
                    return absent ? absent(before) : existing.getOrDefault(before, ABSENT_ID);
                })
                .collect(java.util.stream.Collectors.joining("/", "/", ""));
    }

    private static String absent(String before) {
        return switch (before) {
            case "process-definition", "decision-definition" -> "yok:1:" + ABSENT_ID;
            case "key" -> "yok";
            case "user", "members" -> "kimse";
            case "group" -> "yok";
            case "variables" -> "yok";
            default -> ABSENT_ID;
        };
    }

    private List<String> wrongOf(List<Try> tries) throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var wrong = new ArrayList<String>();
            var calls = tries.stream()
                    .map(attempt -> (Callable<String>) () -> wrong(attempt))
                    .toList();
            for (var answer : pool.invokeAll(calls)) {
                if (!answer.get().isEmpty()) {
                    wrong.add(answer.get());
                }
            }
            return wrong;
        } finally {
            pool.shutdown();
        }
    }

    /** Describes an unexpected answer; empty if it is as expected. */
    private String wrong(Try attempt) {
        var answer = send(attempt);
        boolean hasBody = !attempt.spelling().method().equals("HEAD");
        // The container itself refuses some spellings before our filter
        boolean fromTheDoor = !hasBody
                || answer.statusCode() == Answer.UNCLEAN.status && attempt.expected() == Answer.UNCLEAN
                || answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                        && !answer.body().contains(ERROR_PAGE);
        int status = fromTheDoor ? answer.statusCode() : 0;
        return status == attempt.expected().status
                ? ""
                : "%s as “%s”: %s %s (%s) should be %s and is %d %s"
                        .formatted(
                                attempt.spelling().name(),
                                attempt.user(),
                                attempt.spelling().method(),
                                attempt.spelling().path(),
                                attempt.spelling().headers(),
                                attempt.expected(),
                                answer.statusCode(),
                                answer.body()
                                        .substring(
                                                0, Math.min(120, answer.body().length())));
    }

    private HttpResponse<String> send(Try attempt) {
        var spelling = attempt.spelling();
        var query = spelling.method().equals("GET") ? "?maxResults=1" : "";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + spelling.path() + query))
                .header("Content-Type", "application/json")
                .method(
                        spelling.method(),
                        List.of("POST", "PUT", "PATCH").contains(spelling.method())
                                ? BodyPublishers.ofString("{}")
                                : BodyPublishers.noBody());
        spelling.headers().forEach(request::header);
        if (!attempt.user().isEmpty()) {
            var credentials = (attempt.user() + ":demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(spelling.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

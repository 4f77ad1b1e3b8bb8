package tr.muhatap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tr.muhatap.Command;
import tr.muhatap.demo.ReplayFile.Fault;
import tr.muhatap.demo.ReplayFile.Request;
import tr.muhatap.demo.ReplayFile.UnreadableFileException;
import tr.muhatap.text.Texts;

/**
 * Replays real service requests against a running demonstration, by its HTTP API only. The whole file is checked before
 * the clock moves.
 *
 * <p>All dates are shifted by the same whole number of weeks, the smallest number that puts them all into the future;
 * then the clock is advanced from event to event, and each request is registered, and closed ones are answered, at
 * their own time. At the end the newest is in the recent past of the advanced clock.
 */
@CommandLine.Command(
        name = "replay",
        resourceBundle = "metinler.demo",
        description = "${bundle:demo.replay-command.tanim}")
public final class ReplayCommand implements Command {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final int DAYS_OF_A_WEEK = 7;

    /** The maximum step of the demonstration's clock. */
    private static final Duration LONGEST_STEP = Duration.ofDays(300);

    @Parameters(index = "0", description = "${bundle:demo.replay-command.dosya}")
    private Path file = Path.of("");

    @Option(
            names = "--url",
            description = "${bundle:demo.replay-command.adres}",
            defaultValue = "http://localhost:8080")
    private String url = "";

    @Spec
    private @Nullable CommandSpec spec;

    private record Event(Instant at, Request request, boolean closes) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> numbers = new HashMap<>();
    private final List<Fault> refusals = new ArrayList<>();
    private int closed;

    @Override
    public Integer call() throws InterruptedException {
        try {
            var content = ReplayFile.read(file);
            if (content.requests().isEmpty()) {
                print(content.faults());
                say(Texts.of("demo.replay-command.dosyada-kullanilabilir-satir-yok"));
                return UNUSABLE;
            }
            replay(content);
            return 0;
        } catch (UnreadableFileException unreadable) {
            say(String.valueOf(unreadable.getMessage()));
            return UNUSABLE;
        } catch (ConnectException unreachable) {
            say(Texts.of("demo.replay-command.program-bu-adreste-calismiyor", url));
            return FAILED;
        } catch (IOException | IllegalArgumentException failed) {
            say(Texts.of("demo.replay-command.yeniden-oynatma-durdu", failed.getMessage()));
            return FAILED;
        }
    }

    private void replay(ReplayFile.Content content) throws IOException, InterruptedException {
        refusals.addAll(content.faults());
        var now = advance(Duration.ZERO);
        Duration shift = shift(content.requests(), now);
        var events = new ArrayList<Event>();
        for (var request : content.requests()) {
            events.add(new Event(request.opened().plus(shift), request, false));
            var closedAt = request.closed();
            if (closedAt != null) {
                events.add(new Event(closedAt.plus(shift), request, true));
            }
        }
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::closes));
        for (var event : events) {
            now = advance(Duration.between(now, event.at()));
            if (event.closes()) {
                close(event.request());
            } else {
                register(event.request(), event.at());
            }
        }
        report(content.read(), shift);
    }

    private static Duration shift(List<Request> requests, Instant now) {
        var oldest = requests.stream()
                .map(Request::opened)
                .min(Comparator.naturalOrder())
                .orElse(now);
        long weeks = Math.floorDiv(
                ChronoUnit.SECONDS.between(oldest, now),
                Duration.ofDays(DAYS_OF_A_WEEK).toSeconds());
        return Duration.ofDays((weeks + 1) * DAYS_OF_A_WEEK);
    }

    private void register(Request row, Instant at) throws IOException, InterruptedException {
        ObjectNode request = json.createObjectNode()
                .put("channel", row.channel())
                .put("source", row.source())
                .put("kind", "SIKAYET")
                .put("subject", row.subject())
                .put("text", row.text())
                .put("externalReference", row.id())
                .put("receivedAt", at.toString())
                .put("latitude", row.latitude())
                .put("longitude", row.longitude());
        request.putObject("applicant")
                .put("type", "GERCEK")
                .put("firstName", Texts.of("demo.replay-command.ornek"))
                .put("lastName", Texts.of("demo.replay-command.basvuru"))
                .put("nationalId", "10000000146")
                .put("email", "vatandas@ornek.example");
        var answer = send("istemci", "POST", "/api/v1/basvurular", request);
        if (answer.has("number")) {
            numbers.put(row.id(), answer.get("number").asText());
        } else {
            refusals.add(new Fault(row.line(), Texts.of("demo.replay-command.alinmadi", refusal(answer))));
        }
    }

    private void close(Request row) throws IOException, InterruptedException {
        String number = numbers.get(row.id());
        if (number == null) {
            return;
        }
        var draft = json.createObjectNode()
                .put("outcome", "OLUMLU")
                .put(
                        "text",
                        row.answer().isEmpty() ? Texts.of("demo.replay-command.geregi-yapilmistir") : row.answer());
        boolean done = complete(row, number, "On_Inceleme", "onInceleme", "KABUL")
                && complete(row, number, "Birime_Sevk", "birim", "fen-isleri")
                && accepted(row, send("fen", "PUT", "/api/v1/basvurular/" + number + "/cevap", draft))
                && complete(row, number, "Cevap_Hazirlama", "birimKarari", "CEVAP")
                && complete(row, number, "Cevap_Onayi", "onay", "ONAY");
        closed += done ? 1 : 0;
    }

    /** Completes a task if it exists; some channels begin without a review. */
    private boolean complete(Request row, String number, String element, String variable, String value)
            throws IOException, InterruptedException {
        var tasks = send(
                "admin",
                "GET",
                "/engine-rest/task?maxResults=1&processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + element,
                null);
        if (!tasks.isArray()) {
            return accepted(row, tasks);
        }
        if (tasks.isEmpty()) {
            return true;
        }
        var decision = json.createObjectNode();
        decision.putObject("variables").putObject(variable).put("value", value);
        return accepted(
                row,
                send(
                        "admin",
                        "POST",
                        "/engine-rest/task/" + tasks.get(0).path("id").asText() + "/complete",
                        decision));
    }

    private boolean accepted(Request row, JsonNode answer) {
        boolean accepted = !answer.has("errors") && answer.path("status").asInt() < 400;
        if (!accepted) {
            refusals.add(new Fault(row.line(), Texts.of("demo.replay-command.kapatilamadi", refusal(answer))));
        }
        return accepted;
    }

    private static String refusal(JsonNode answer) {
        var errors = answer.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            var words = new ArrayList<String>();
            errors.forEach(error -> words.add(
                    error.path("field").asText() + ": " + error.path("message").asText()));
            return String.join(" ", words);
        }
        return answer.path("detail").asText(answer.toString());
    }

    private Instant advance(Duration by) throws IOException, InterruptedException {
        var left = by.isNegative() ? Duration.ZERO : by;
        while (left.compareTo(LONGEST_STEP) > 0) {
            step(LONGEST_STEP);
            left = left.minus(LONGEST_STEP);
        }
        return step(left);
    }

    private Instant step(Duration by) throws IOException, InterruptedException {
        var answer =
                send("admin", "POST", "/demo/clock", json.createObjectNode().put("advance", by.toString()));
        if (!answer.has("now")) {
            throw new IOException("Tanıtım saati ilerletilemedi: " + refusal(answer));
        }
        return OffsetDateTime.parse(answer.get("now").asText()).toInstant();
    }

    private void report(int read, Duration shift) throws IOException, InterruptedException {
        int late = 0;
        int second = 0;
        for (var number : numbers.values()) {
            var actions = send("denetci", "GET", "/api/v1/basvurular/" + number + "/history", null)
                    .findValuesAsText("action");
            late += actions.contains("SuresiDoldu") ? 1 : 0;
            second += actions.contains("IkinciSureDoldu") ? 1 : 0;
        }
        say(Texts.of("demo.replay-command.okunan-kayma-hafta", read, shift.toDays() / DAYS_OF_A_WEEK));
        say(Texts.of("demo.replay-command.alinan-reddedilen", numbers.size(), read - numbers.size()));
        print(refusals);
        say(Texts.of("demo.replay-command.kapatilan", closed));
        say(Texts.of("demo.replay-command.suremize-gore-geciken-birinci-kademe", late, late, second));
    }

    private void print(List<Fault> faults) {
        faults.stream()
                .sorted(Comparator.comparing(Fault::line))
                .forEach(fault -> say("  " + Texts.of("demo.replay-command.satir", fault.line(), fault.reason())));
    }

    private void say(String line) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private JsonNode send(String user, String method, String path, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        var credentials = (user + ":" + DemoUsers.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        try {
            return answer.body().isEmpty() && answer.statusCode() < 400
                    ? json.createObjectNode()
                    : readable(json.readTree(answer.body()), answer.statusCode());
        } catch (JsonProcessingException noJson) {
            return readable(json.createObjectNode(), answer.statusCode());
        }
    }

    /** Parses a response, which may come from a server other than ours. */
    private JsonNode readable(JsonNode answer, int status) {
        if (status < 400 && !answer.isMissingNode()) {
            return answer;
        }
        var problem = answer instanceof ObjectNode object ? object : json.createObjectNode();
        problem.put("status", status);
        if (!problem.has("detail")) {
            problem.put("detail", "HTTP " + status);
        }
        return problem;
    }
}

package tr.muhatap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tr.muhatap.calendar.OfficeClock;

/**
 * Replays real service requests against a running demonstration, over HTTP alone.
 *
 * <p>All dates are shifted by the same whole number of weeks, the smallest with which nothing lies before the program's now;
 * then the clock is moved from event to event, and each request is registered, and the closed ones are answered, at their own
 * time. At the end the newest lies in the recent past of the moved clock.
 */
@Command(name = "replay", description = "Gerçek başvuruları tanıtım üzerinde yeniden oynatır.")
public final class ReplayCommand implements Callable<Integer> {

    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LONGEST_SUBJECT = 200;

    /** Their ways in, and the channel (with its source) that comes nearest. */
    private static final Map<String, List<String>> CHANNELS = Map.of(
            "Constituent Call", List.of("ALO_153"),
            "Citizens Connect App", List.of("DIJITAL", "MOBIL_UYGULAMA"),
            "Self Service", List.of("DIJITAL", "WEB"),
            "City Worker App", List.of("BEYAZ_MASA_MOBIL"));

    @Parameters(index = "0", description = "CSV dosyası")
    private Path file = Path.of("");

    @Option(names = "--url", description = "Çalışan programın adresi", defaultValue = "http://localhost:8080")
    private String url = "";

    private record Event(Instant at, CSVRecord row, boolean closes) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int closed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var now = advance(Duration.ZERO);
        List<CSVRecord> rows = read();
        var events = new ArrayList<Event>();
        Duration shift = shift(rows, now);
        for (var row : rows) {
            events.add(new Event(time(row, "open_dt").plus(shift), row, false));
            if (!row.get("closed_dt").isBlank()) {
                events.add(new Event(time(row, "closed_dt").plus(shift), row, true));
            }
        }
        events.sort(Comparator.comparing(Event::at));
        for (var event : events) {
            now = advance(Duration.between(now, event.at()));
            if (event.closes()) {
                close(event.row());
            } else {
                register(event.row(), event.at());
            }
        }
        report(rows.size(), shift);
        return 0;
    }

    private List<CSVRecord> read() throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var records = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return records.getRecords();
        }
    }

    private static Duration shift(List<CSVRecord> rows, Instant now) {
        var oldest = rows.stream()
                .map(row -> time(row, "open_dt"))
                .min(Comparator.naturalOrder())
                .orElse(now);
        long days = ChronoUnit.DAYS.between(oldest, now);
        return Duration.ofDays((days / 7 + 1) * 7);
    }

    private static Instant time(CSVRecord row, String column) {
        return LocalDateTime.parse(row.get(column), FILE_TIME)
                .atZone(OfficeClock.ISTANBUL)
                .toInstant();
    }

    private void register(CSVRecord row, Instant at) throws IOException, InterruptedException {
        var channel = CHANNELS.get(row.get("source"));
        if (channel == null) {
            refused("Bilinmeyen kaynak: " + row.get("source"));
            return;
        }
        String title = row.get("case_title").isBlank() ? row.get("type") : row.get("case_title");
        ObjectNode request = json.createObjectNode()
                .put("channel", channel.get(0))
                .put("source", channel.size() > 1 ? channel.get(1) : null)
                .put("kind", "SIKAYET")
                .put("subject", title.substring(0, Math.min(title.length(), LONGEST_SUBJECT)))
                .put("text", row.get("type") + "\n" + row.get("location"))
                .put("externalReference", row.get("case_enquiry_id"))
                .put("receivedAt", at.toString())
                .put("latitude", Double.parseDouble(row.get("latitude")))
                .put("longitude", Double.parseDouble(row.get("longitude")));
        request.putObject("applicant")
                .put("type", "GERCEK")
                .put("firstName", "Örnek")
                .put("lastName", "Vatandaş")
                .put("nationalId", "10000000146")
                .put("email", "vatandas@ornek.example");
        var answer = send("istemci", "POST", "/api/v1/basvurular", request);
        if (answer.has("number")) {
            numbers.put(row.get("case_enquiry_id"), answer.get("number").asText());
        } else {
            refused(answer.path("errors").toString() + answer.path("detail").asText());
        }
    }

    private void close(CSVRecord row) throws IOException, InterruptedException {
        String number = numbers.get(row.get("case_enquiry_id"));
        if (number == null) {
            return;
        }
        complete(number, "On_Inceleme", "onInceleme", "KABUL");
        complete(number, "Birime_Sevk", "birim", "fen-isleri");
        send(
                "fen",
                "PUT",
                "/api/v1/basvurular/" + number + "/cevap",
                json.createObjectNode().put("outcome", "OLUMLU").put("text", answerText(row)));
        complete(number, "Cevap_Hazirlama", "birimKarari", "CEVAP");
        complete(number, "Cevap_Onayi", "onay", "ONAY");
        closed++;
    }

    private static String answerText(CSVRecord row) {
        String reason = row.get("closure_reason").strip();
        return reason.isEmpty() ? "Gereği yapılmıştır." : reason;
    }

    private void complete(String number, String element, String variable, String value)
            throws IOException, InterruptedException {
        var tasks = send(
                "admin",
                "GET",
                "/engine-rest/task?maxResults=1&processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + element,
                null);
        if (!tasks.isEmpty()) {
            var decision = json.createObjectNode();
            decision.putObject("variables").putObject(variable).put("value", value);
            send("admin", "POST", "/engine-rest/task/" + tasks.get(0).get("id").asText() + "/complete", decision);
        }
    }

    private Instant advance(Duration by) throws IOException, InterruptedException {
        var request = json.createObjectNode().put("advance", (by.isNegative() ? Duration.ZERO : by).toString());
        var answer = send("admin", "POST", "/demo/clock", request);
        if (!answer.has("now")) {
            throw new IOException("Tanıtım saati ilerletilemedi: " + answer);
        }
        return OffsetDateTime.parse(answer.get("now").asText()).toInstant();
    }

    private void report(int read, Duration shift) throws IOException, InterruptedException {
        int late = 0;
        int first = 0;
        int second = 0;
        for (var number : numbers.values()) {
            var actions = send("denetci", "GET", "/api/v1/basvurular/" + number + "/history", null)
                    .findValuesAsText("action");
            late += actions.contains("SuresiDoldu") ? 1 : 0;
            first += actions.contains("SuresiDoldu") ? 1 : 0;
            second += actions.contains("IkinciSureDoldu") ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "Okunan %d · kayma %d hafta%nAlınan %d · reddedilen %d%n",
                read,
                shift.toDays() / 7,
                numbers.size(),
                refusals.values().stream().mapToInt(Integer::intValue).sum());
        refusals.forEach((why, count) -> System.out.printf(Locale.ROOT, "  %d: %s%n", count, why));
        System.out.printf(
                Locale.ROOT,
                "Kapatılan %d%nSüremize göre geciken %d · birinci kademe %d · ikinci kademe %d%n",
                closed,
                late,
                first,
                second);
    }

    private void refused(String why) {
        refusals.merge(why, 1, Integer::sum);
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
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return answer.isEmpty() ? json.createObjectNode() : json.readTree(answer);
    }
}

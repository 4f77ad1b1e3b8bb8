package tr.muhatap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office as a test speaks with it: over HTTP, as one of the demo's users. */
public final class Office {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    public Office(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** An answer with its body as JSON, where it has one. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    public Answer get(String user, String path) {
        return send(user, "GET", path, null);
    }

    public Answer post(String user, String path, String json) {
        return send(user, "POST", path, json);
    }

    public Answer put(String user, String path, String json) {
        return send(user, "PUT", path, json);
    }

    public Answer delete(String user, String path) {
        return send(user, "DELETE", path, null);
    }

    /** Sends a request; an empty user sends no credentials. */
    private Answer send(String user, String method, String path, @Nullable String json) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!user.isEmpty()) {
            var credentials = (user + ":demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), isJson ? JSON.readTree(text) : JSON.nullNode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A complete call to ALO 153; goes straight to routing. */
    public static String call() {
        return call(null);
    }

    /** The same under the number of an outside system. */
    public static String call(@Nullable String externalReference) {
        return """
                {"channel":"ALO_153","kind":"SIKAYET","topic":"yol-cukur","subject":"Çukur – İğde Sokağı",
                 "text":"Yolda çukur var; ğüşıöç ĞÜŞİÖÇ.","externalReference":%s,
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","nationalId":"10000000146",
                 "phone":"0532 111 22 33"}}""".formatted(externalReference == null ? "null" : "\"" + externalReference + "\"");
    }

    public String register(String user, String json) {
        var answer = post(user, "/api/v1/basvurular", json);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
        return answer.body().get("number").asText();
    }

    /** Id of an application's one open task of a kind. */
    public String task(String number, String element) {
        var tasks = get(
                        "admin",
                        "/engine-rest/task?maxResults=5&processInstanceBusinessKey=" + number + "&taskDefinitionKey="
                                + element)
                .body();
        if (tasks.size() != 1) {
            throw new AssertionError(tasks.size() + " tasks " + element + " of " + number);
        }
        return tasks.get(0).get("id").asText();
    }

    public Answer complete(String user, String number, String element, String variable, String value) {
        return post(
                user,
                "/engine-rest/task/" + task(number, element) + "/complete",
                "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(variable, value));
    }

    public static String unique() {
        return UUID.randomUUID().toString();
    }
}

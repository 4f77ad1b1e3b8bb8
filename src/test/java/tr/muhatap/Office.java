package tr.muhatap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * HTTP client of the tests, as one of the demo's users. Every API response is validated against the API's description.
 */
public final class Office {

    /** A draft answer. */
    public static final String DRAFT = "{\"outcome\":\"OLUMLU\",\"text\":\"Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ.\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String password;

    public Office(int port) {
        this(port, "demo");
    }

    /** For users other than the demo's. */
    public Office(int port, String password) {
        this.password = password;
        this.base = "http://127.0.0.1:" + port;
    }

    /** A response with its body as JSON, if any. */
    public record Answer(int status, HttpResponse<String> response) {

        /** Fails for another content type, such as an error page. */
        public JsonNode body() {
            return json(response);
        }
    }

    public Answer get(String user, String path) {
        return send(user, "GET", path, null);
    }

    public Answer post(String user, String path, String json) {
        return send(user, "POST", path, json);
    }

    public Answer put(String user, String path, String json) {
        return send(user, "PUT", path, json);
    }

    /**
     * Submits a page's form, given as alternating names and values; returns the page that shows the form again or its
     * result.
     */
    public Answer form(String user, String path, String... namesAndValues) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return shown(user, send(user, "POST", path, String.join("&", fields), "application/x-www-form-urlencoded"));
    }

    private Answer shown(String user, Answer answer) {
        String page = answer.response().headers().firstValue("Location").orElse("");
        return page.contains("?form=") ? get(user, page.replace(base, "")) : answer;
    }

    /** The page after the redirect, as seen by the browser that submitted the form. */
    public static HttpResponse<String> shown(HttpClient browser, HttpResponse<String> answer)
            throws IOException, InterruptedException {
        String page = answer.headers().firstValue("Location").orElse("");
        if (!page.contains("?form=")) {
            return answer;
        }
        return browser.send(
                HttpRequest.newBuilder(answer.uri().resolve(page))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Adds a text file to an application or to its answer. */
    public Answer upload(String user, String number, String part, String name, String text) {
        String content = "--sinir\r\nContent-Disposition: form-data; name=\"part\"\r\n\r\n" + part
                + "\r\n--sinir\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--sinir--\r\n";
        return send(
                user,
                "POST",
                "/api/v1/basvurular/" + number + "/ekler",
                content,
                "multipart/form-data; boundary=sinir");
    }

    /** Sends a page's form with a file alone; where a page shows the form again, that page. */
    public Answer filePart(String user, String path, String part, String name, String text) {
        return shown(user, file(user, path, part, name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Uploads a file to the API, as the part {@code file}. */
    public Answer file(String user, String path, String name, byte[] content) {
        return file(user, path, "file", name, content);
    }

    private Answer file(String user, String path, String part, String name, byte[] content) {
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(("--sinir\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--sinir--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                user,
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=sinir");
    }

    public Answer delete(String user, String path) {
        return send(user, "DELETE", path, null);
    }

    /** Sends a request; an empty user sends no credentials. */
    private Answer send(String user, String method, String path, @Nullable String json) {
        return send(user, method, path, json, "application/json");
    }

    private Answer send(String user, String method, String path, @Nullable String content, String contentType) {
        return send(
                user,
                method,
                path,
                content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content),
                contentType);
    }

    private Answer send(
            String user, String method, String path, HttpRequest.BodyPublisher content, String contentType) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .method(method, content);
        if (!user.isEmpty()) {
            var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            ApiContract.check(base, method, path, response);
            SeenPages.keep(path, response);
            return new Answer(response.statusCode(), response);
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

    /** As {@link #call()}, with an external number. */
    public static String call(@Nullable String externalReference) {
        return """
                {"channel":"ALO_153","kind":"SIKAYET","topic":"yol-cukur","subject":"Çukur – İğde Sokağı",
                 "text":"Yolda çukur var; ğüşıöç ĞÜŞİÖÇ.","externalReference":%s,
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","nationalId":"10000000146",
                 "phone":"0532 111 22 33"}}""".formatted(externalReference == null ? "null" : "\"" + externalReference + "\"");
    }

    /** A delivery that needs a review, on any channel; the citizen gave a mobile number. */
    public static String application(String channel) {
        return application(channel, "\"phone\":\"0532 111 22 33\"");
    }

    /** As {@link #application(String)}, with contact data as JSON members. */
    public static String application(String channel, String contact) {
        boolean information = channel.equals("BILGI_EDINME");
        return """
                {"channel":"%s",%s"kind":"%s","subject":"Başvuru – İğde Sokağı","text":"ğüşıöç ĞÜŞİÖÇ",
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","nationalId":"10000000146",%s}}""".formatted(
                channel,
                information ? "\"submission\":\"ELEKTRONIK\"," : channel.equals("DIJITAL") ? "\"source\":\"WEB\"," : "",
                information ? "BILGI_ISTEMI" : "SIKAYET",
                contact);
    }

    /** User who reviews applications of a channel. */
    public static String reviewer(String channel) {
        return switch (channel) {
            case "BILGI_EDINME" -> "bilgi";
            case "BEYAZ_MASA", "BEYAZ_MASA_MOBIL" -> "masa";
            case "ALO_153" -> "operator";
            default -> "halkla";
        };
    }

    /** User who routes applications of a channel. */
    public static String router(String channel) {
        return channel.equals("BILGI_EDINME") ? "bilgi" : "halkla";
    }

    /** Registers a delivery and brings it to Fen İşleri. */
    public String atTheUnit(String channel, String json) {
        String number = register("istemci", json);
        does(complete(reviewer(channel), number, "On_Inceleme", "onInceleme", "KABUL"));
        does(complete(router(channel), number, "Birime_Sevk", "birim", "fen-isleri"));
        return number;
    }

    /** As {@link #atTheUnit}, then answered by Fen İşleri. */
    public String answered(String channel, String json) {
        String number = atTheUnit(channel, json);
        does(put("fen", "/api/v1/basvurular/" + number + "/cevap", DRAFT));
        does(complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP"));
        return number;
    }

    /** As {@link #answered}, then approved and sent. */
    public String approved(String channel, String json) {
        String number = answered(channel, json);
        does(complete("halkla", number, "Cevap_Onayi", "onay", "ONAY"));
        moveClock("PT0S");
        return number;
    }

    /** Moves the program's time and waits until nothing is due. */
    public void moveClock(String by) {
        does(post("admin", "/demo/clock", "{\"advance\":\"" + by + "\"}"));
    }

    /** The body of a response as JSON; null if there is none. */
    public static JsonNode json(HttpResponse<String> response) {
        if (response.body().isEmpty()) {
            return JSON.nullNode();
        }
        if (response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isEmpty()) {
            throw new AssertionError(
                    "No JSON: " + response.statusCode() + " " + response.uri() + "\n" + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer does(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
        return answer;
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

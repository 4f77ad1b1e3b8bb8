package tr.muhatap.postgres;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.muhatap.Office;

/** The office over HTTP as production knows it: people by the sign-in page and its cookies, systems by Basic. */
final class ProductionOffice {

    static final String SYSTEM = "santral";

    /** Longer than anything asked for takes: a holiday that moves 50,000 limits. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** As the proxy in front speaks; the client's default asks at each request whether HTTP/2 is spoken. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, Map<String, String>> cookiesOf = new ConcurrentHashMap<>();
    private final String base;
    private final Map<String, String> proxyHeaders;

    ProductionOffice(int port) {
        this(port, Map.of());
    }

    /** @param proxyHeaders what the proxy in front says of each request */
    ProductionOffice(int port, Map<String, String> proxyHeaders) {
        this.base = "http://127.0.0.1:" + port;
        this.proxyHeaders = proxyHeaders;
    }

    /** The same people with the same cookies, whom the proxy now leads to another node. */
    ProductionOffice at(Node node) {
        var other = new ProductionOffice(node.port(), proxyHeaders);
        other.cookiesOf.putAll(cookiesOf);
        return other;
    }

    /** An answer with its body as JSON, where it has one. */
    record Answer(int status, HttpResponse<String> response) {

        /** Fails where it is something else, as an error page: that is not an empty answer. */
        JsonNode body() {
            return Office.json(response);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String user, String path) {
        return send(user, "GET", path, null);
    }

    Answer post(String user, String path, String json) {
        return send(user, "POST", path, json);
    }

    Answer put(String user, String path, String json) {
        return send(user, "PUT", path, json);
    }

    String register(String json) {
        var answer = post(SYSTEM, "/api/v1/basvurular", json);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
        return answer.body().get("number").asText();
    }

    String status(String number) {
        return get(SYSTEM, "/api/v1/basvurular/" + number).body().get("status").asText();
    }

    /** Elements of an application's open tasks, sorted. */
    String tasks(String number) {
        var tasks = get("idris", "/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + number)
                .body();
        return tasks.findValuesAsText("taskDefinitionKey").stream().sorted().collect(Collectors.joining(" "));
    }

    /** Id of an application's one open task of a kind. */
    String task(String user, String number, String element) {
        var tasks = get(
                        user,
                        "/engine-rest/task?maxResults=5&processInstanceBusinessKey=" + number + "&taskDefinitionKey="
                                + element)
                .body();
        if (tasks.size() != 1) {
            throw new AssertionError(tasks.size() + " tasks " + element + " of " + number + " for " + user);
        }
        return tasks.get(0).get("id").asText();
    }

    void complete(String user, String number, String element, String variable, String value) {
        var answer = post(
                user,
                "/engine-rest/task/" + task(user, number, element) + "/complete",
                "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(variable, value));
        if (answer.status() != 204) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
    }

    /** Sends credentials of somebody by Basic, whoever it is. */
    Answer basic(String user, String password, String path) {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return exchange(
                request("GET", path, null)
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)),
                null);
    }

    /** Fills in the sign-in page. */
    Answer signIn(String user, String password) {
        var cookies = new TreeMap<String, String>();
        exchange(request("GET", "/giris", null), cookies);
        var answer = form("/giris", cookies, Map.of("username", user, "password", password));
        // The page that follows brings the new session's token
        exchange(request("GET", "/", null), cookies);
        cookiesOf.put(user, cookies);
        return answer;
    }

    /** Signs in because a page wants it; answers where that leads. */
    Answer signInFor(String page, String user, String password) {
        var cookies = new TreeMap<String, String>();
        exchange(request("GET", page, null), cookies);
        exchange(request("GET", "/giris", null), cookies);
        return form("/giris", cookies, Map.of("username", user, "password", password));
    }

    /** The id in the cookie of somebody who has signed in. */
    String session(String user) {
        return new String(
                Base64.getDecoder()
                        .decode(cookiesOf.getOrDefault(user, Map.of()).getOrDefault("JSESSIONID", "")),
                StandardCharsets.UTF_8);
    }

    /** Sends a page's form as a browser does, without being signed in. */
    Answer form(String path, Map<String, String> fields) {
        var cookies = new TreeMap<String, String>();
        exchange(request("GET", path, null), cookies);
        return form(path, cookies, fields);
    }

    /** The same, signed in. */
    Answer form(String user, String path, Map<String, String> fields) {
        if (!cookiesOf.containsKey(user)) {
            signIn(user, Personnel.PASSWORD);
        }
        return form(path, cookiesOf.getOrDefault(user, Map.of()), fields);
    }

    private Answer form(String path, Map<String, String> cookies, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("_csrf", cookies.getOrDefault("MUHATAP-CSRF", ""));
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        var answer = exchange(request, cookies);
        String shown = answer.header("Location");
        return shown.contains("?form=") ? exchange(request("GET", shown.replace(base, ""), null), cookies) : answer;
    }

    private Answer send(String user, String method, String path, @Nullable String json) {
        if (user.isEmpty()) {
            return exchange(request(method, path, json), null);
        }
        if (user.equals(SYSTEM)) {
            var credentials = (SYSTEM + ":" + Personnel.PASSWORD).getBytes(StandardCharsets.UTF_8);
            return exchange(
                    request(method, path, json)
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(credentials)),
                    null);
        }
        if (!cookiesOf.containsKey(user)) {
            signIn(user, Personnel.PASSWORD);
        }
        var cookies = cookiesOf.getOrDefault(user, new TreeMap<>());
        return exchange(
                request(method, path, json)
                        .header("X-MUHATAP-CSRF", cookies.getOrDefault("MUHATAP-CSRF", ""))
                        .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "")),
                cookies);
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String json) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    /** A cookie jar of our own: these cookies are for HTTPS alone, which stands before the program. */
    private Answer exchange(HttpRequest.Builder request, @Nullable Map<String, String> cookies) {
        if (cookies != null && !cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        proxyHeaders.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (cookies != null) {
                for (var set : response.headers().allValues("Set-Cookie")) {
                    var pair = set.substring(0, set.indexOf(';')).split("=", 2);
                    cookies.put(pair[0], pair[1]);
                }
            }
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package tr.muhatap.intake.cagri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A call that rings is noticed by its operator at once, by nobody else, and by no page whose sign-in has ended. */
@HttpTest
class CallStreamIT {

    private static final String CHANGED = "event:degisti";

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Office office;
    private String call;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        call = "s" + Office.unique();
        office.form("operator", "/cagrilar/dahililer", "dahililer", "7 = operator\n8 = baskasi");
    }

    /** What came of a stream, and whether it has ended. */
    private static final class Stream implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream body;
        private final Thread reading;

        Stream(HttpResponse<InputStream> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            body = answer.body();
            reading = new Thread(() -> {
                try (var read = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                    read.lines().forEach(lines::add);
                } catch (IOException | java.io.UncheckedIOException closed) {
                    // Closed by the test
                }
            });
            reading.setDaemon(true);
            reading.start();
        }

        long changes() {
            return lines.stream().filter(CHANGED::equals).count();
        }

        boolean hasEnded() {
            return !reading.isAlive();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpRequest asked(String user) {
        return request("/kabul/akis")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private void event(String what, String extension) {
        assertThat(office.post("istemci", "/api/v1/cagri/hipcall", """
                {"event":"%s","data":{"uuid":"%s","direction":"inbound","caller_number":"05329998877","user_id":"%s"}}""".formatted(what, call, extension))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCallIsAnnouncedToItsOperatorWithoutAnybodysData() throws Exception {
        try (var mine = new Stream(browser.send(asked("operator"), BodyHandlers.ofInputStream()))) {
            await().untilAsserted(() -> assertThat(mine.changes()).isOne());

            event("call_init", "7");
            await().untilAsserted(() -> assertThat(mine.changes()).isEqualTo(2));
            assertThat(office.get("operator", "/kabul/arayanlar").response().body())
                    .contains("cagri=" + call)
                    .doesNotContain("<html");
            event("call_hangup", "7");
            await().untilAsserted(() -> assertThat(mine.changes()).isEqualTo(3));
            assertThat(office.get("operator", "/kabul/arayanlar").response().body())
                    .doesNotContain(call);

            String before = call;
            call = "s" + Office.unique();
            event("call_init", "8");
            call = before + "x";
            event("call_init", "7");
            await().untilAsserted(() -> assertThat(mine.changes()).isEqualTo(4));
            event("call_hangup", "7");
            assertThat(String.join("\n", mine.lines)).doesNotContain("0532", "9998877", before);
        }
    }

    @Test
    void aStreamEndsWithItsSignIn() throws Exception {
        send(request("/giris").build());
        send(form("/giris", "username=operator&password=demo"));
        try (var stream = new Stream(browser.send(request("/kabul/akis").build(), BodyHandlers.ofInputStream()))) {
            await().untilAsserted(() -> assertThat(stream.changes()).isOne());

            send(form("/cikis", "x=y"));

            await().atMost(Duration.ofSeconds(15)).until(stream::hasEnded);
        }
        assertThat(send(request("/kabul/akis")
                                .header("Accept", "text/event-stream")
                                .build())
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void whoeverTakesNoCallsHasNoStream() throws Exception {
        for (var user : List.of("masa", "halkla", "fen", "istemci", "denetci")) {
            assertThat(browser.send(asked(user), BodyHandlers.discarding()).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    private HttpRequest form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + cookie("MUHATAP-CSRF")))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return browser.send(request, BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}

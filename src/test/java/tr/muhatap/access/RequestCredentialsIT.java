package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.BrowserSession;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A request with an {@code Authorization} header is authenticated by it or not at all, never by its session. */
@HttpTest
class RequestCredentialsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private BrowserSession browser;

    @BeforeEach
    void signedIn() {
        browser = new BrowserSession(port, "halkla");
    }

    static Stream<String> credentialsOfNobody() {
        return Stream.of(
                "",
                "x",
                "Basic",
                "Basic ",
                "basic",
                "BASIC !!!",
                "Basicx",
                "Basic Og==",
                "Basic " + base64("halkla"),
                "Basic " + base64("halkla:"),
                "Basic " + base64(":demo"),
                "Basic " + base64("halkla:yanlış"),
                "bAsIc " + base64("halkla:yanlış"),
                "Basic " + base64("kimse:demo"),
                "Basic:" + base64("halkla:demo") + "x",
                "Bearer",
                "Bearer x",
                "bearer abc.def.ghi",
                "BEARER " + base64("{}"),
                "Digest username=\"halkla\"",
                "Negotiate YII=",
                "Token halkla",
                base64("halkla:demo"));
    }

    @ParameterizedTest
    @MethodSource("credentialsOfNobody")
    void whatSignsNobodyInOpensNothing(String header) {
        long before = applications();
        var program = List.of(
                browser.request("/api/v1/basvurular?size=1"),
                browser.request("/engine-rest/task?maxResults=1"),
                browser.request("/camunda/api/engine/engine/default/task/count"));
        for (var request : program) {
            assertThat(status(request.setHeader("Authorization", header)))
                    .as(request.build().uri().getPath())
                    .isEqualTo(401);
        }
        for (var write : List.of(
                json("POST", "/api/v1/basvurular", Office.application("CIMER")),
                json("POST", "/engine-rest/task/00000000-0000-0000-0000-000000000000/claim", "{\"userId\":\"halkla\"}"),
                json("POST", "/camunda/api/engine/engine/default/task/count", "{}"),
                json("POST", "/camunda/api/admin/auth/user/default/logout", "{}"),
                form("/cikis", "a=b"),
                form("/teslim", "a=b"),
                form("/toplu-islem", "a=b"),
                form("/giris", "username=fen&password=demo"),
                form("/basvuru", "a=b"))) {
            var answer = browser.send(write.setHeader("Authorization", header));
            // A page's form is answered by the page to begin again at
            assertThat(answer.statusCode()).as(write.build().uri().getPath()).isIn(302, 401, 403, 404);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.send(browser.request("/")).body()).contains("title=\"halkla\"");
        assertThat(applications()).isEqualTo(before);
    }

    /** With both, the header's user counts. */
    @Test
    void whoIsNamedByTheRequestCountsNotTheSession() {
        for (var scheme : List.of("Basic ", "basic ", "BASIC ")) {
            var answer = browser.send(json("POST", "/api/v1/basvurular", Office.application("CIMER"))
                    .setHeader("Authorization", scheme + base64("istemci:demo")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        assertThat(status(browser.request("/guvenlik-gunlugu")
                        .setHeader("Authorization", "Basic " + base64("denetci:demo"))))
                .isEqualTo(200);
        assertThat(status(browser.request("/guvenlik-gunlugu"))).isEqualTo(403);
    }

    private long applications() {
        return jdbc.sql("select count(*) from basvuru").query(Long.class).single();
    }

    private int status(HttpRequest.Builder request) {
        return browser.send(request).statusCode();
    }

    private HttpRequest.Builder json(String method, String path, String body) {
        return browser.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder form(String path, String body) {
        return browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

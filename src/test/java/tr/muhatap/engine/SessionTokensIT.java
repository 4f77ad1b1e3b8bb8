package tr.muhatap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.BrowserSession;
import tr.muhatap.HttpTest;

/** Cross-site requests to Camunda's apps are refused, and the session stays valid. */
@HttpTest
class SessionTokensIT {

    private static final String ABSENT = "00000000-0000-0000-0000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    private EngineOperations operations;

    @Autowired
    private JdbcClient jdbc;

    private BrowserSession browser;

    @BeforeEach
    void signedIn() {
        browser = new BrowserSession(port, "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "00000000000000000000000000000000"})
    void withoutTheTokenNothingIsDoneAndTheSessionStays(String token) {
        var before = EngineState.of(jdbc);
        var wrong = new ArrayList<String>();
        for (var row : operations.all()) {
            if (row.path().startsWith("/camunda/") && !List.of("GET", "OPTIONS").contains(row.method())) {
                var request = browser.request(address(row))
                        .header("Content-Type", "application/json")
                        .method(row.method(), BodyPublishers.ofString("{}"));
                if (!token.isEmpty()) {
                    request.header("X-XSRF-TOKEN", token);
                }
                var answer = browser.send(request);
                if (answer.statusCode() != 403
                        || !answer.body().contains("İstek bu oturumun sayfalarından gelmiyor.")) {
                    wrong.add(row + ": " + answer.statusCode() + " " + answer.body());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(EngineState.of(jdbc)).isEqualTo(before);
        assertThat(browser.send(browser.withTokens("POST", "/camunda/api/engine/engine/default/task/count", "{}")
                                .header("Content-Type", "application/json"))
                        .statusCode())
                .as("with the token, the same session")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/default",
                "/camunda/app/welcome/default/",
                "/camunda/app/cockpit/scripts/config.js",
                "/camunda/app/tasklist/x",
                "/camunda/lib/x",
                "/camunda-welcome/index.html"
            })
    void thePagesAreOnlyRead(String page) {
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND")) {
            assertThat(browser.send(browser.request(page).method(method, BodyPublishers.ofString("a=b")))
                            .statusCode())
                    .as(method)
                    .isBetween(400, 405);
        }
        assertThat(browser.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "get", "GETX", "LOCK"})
    void aMethodThatNobodyKnowsIsAProblemToo(String method) {
        for (var path : List.of("/engine-rest/task", "/camunda/api/engine/engine/default/task", "/engine-rest/x")) {
            var answer = browser.send(browser.request(path).method(method, BodyPublishers.noBody()));

            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.body()).contains("\"detail\":\"Bu adres bu yöntemi (HTTP) desteklemiyor.\"");
        }
    }

    /** Camunda's filter accepts any word as an engine's name, and fails if there is no such engine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/x",
                "/camunda/app/tasklist/x/",
                "/camunda/app/tasklist/scripts",
                "/camunda/app/tasklist/defaul",
                "/camunda/app/tasklist/Default",
                "/camunda/app/tasklist/default-x",
                "/camunda/app/tasklist/x/index.html",
                "/camunda/app/tasklist/default/x.html",
                "/camunda/app/tasklist/default/setup/",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/x/setup/",
                "/camunda/app/welcome/a_b",
                "/camunda/app/cockpit/null",
                "/camunda/app/admin/x",
                "/camunda/app/yok/",
                "/camunda/app/yok/default/",
                "/camunda/app/yok/default",
                "/camunda/app/yok/x",
                "/camunda/app/plugin/default/",
                "/camunda/app/Tasklist/default/",
                "/camunda/x",
                "/camunda/lib",
                "/camunda/assets/"
            })
    void anAddressThatThereIsNotIsNotFound(String address) {
        var answer = browser.send(browser.request(address).header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<html lang=\"tr\">").contains("Sayfa bulunamadı");
    }

    @Test
    void thePagesThatThereAreAreStillThere() {
        for (var app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            for (var address : List.of("", "/", "/default", "/default/", "/default/index.html")) {
                assertThat(browser.send(browser.request("/camunda/app/" + app + address))
                                .statusCode())
                        .as(app + address)
                        .isIn(200, 302);
            }
        }
    }

    private static String address(EngineOperation row) {
        return row.path()
                .replace("{id}", ABSENT)
                .replace("{definition}", "yok:1:" + ABSENT)
                .replace("{user}", "kimse")
                .replace("{group}", "yok");
    }
}

package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;

/** Redirects after the sign-in. */
@HttpTest
class ReturnIT {

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kabul?kanal=ALO_153&tel=05321112233",
                "/dosya/2026-000123",
                "/dosya/2026-000123/ekler",
                "/kurallar/hizmet-standartlari/taslak/3",
                "/toplu-islem?is=SEVK",
                "/",
                "/camunda/app/tasklist/default/#/?searchQuery=%5B%5D&filter=a1&task=b2",
                "/camunda/app/cockpit/default/#/processes"
            })
    void aPageNamedInTheAddressIsWhereTheSignInEnds(String page) throws Exception {
        var shown = get("/giris?donus=" + URLEncoder.encode(page, StandardCharsets.UTF_8), "text/html");
        assertThat(shown.body()).contains("name=\"donus\" value=\"" + page.replace("&", "&amp;") + "\"");

        assertThat(location(signIn("&donus=" + URLEncoder.encode(page, StandardCharsets.UTF_8))))
                .isEqualTo(page);
        assertThat(location(signIn(""))).as("the next sign-in").isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/kabul",
                "javascript:alert(1)",
                "/%2fevil.example",
                "/kabul/../css/muhatap.css",
                "/./kabul",
                "/kabul;jsessionid=1",
                "/kabul\r\nX: y",
                "/kabul?a=b c",
                "/favicon.ico",
                "/css/muhatap.css",
                "/img/muhatap.svg",
                "/api/v1/basvurular",
                "/engine-rest/task",
                "/camunda/api/engine/engine/default/task",
                "/camunda/app/tasklist/scripts/config.js",
                "/v3/api-docs",
                "/dosya/2026-000123/ekler/7",
                "/giris",
                "/giris?donus=/giris",
                "/cikis",
                "/error",
                "kabul",
                ""
            })
    void nothingElseIs(String address) throws Exception {
        String donus = URLEncoder.encode(address, StandardCharsets.UTF_8);
        assertThat(get("/giris?donus=" + donus, "text/html").body()).doesNotContain("name=\"donus\"");
        assertThat(location(signIn("&donus=" + donus))).isEqualTo("/");
    }

    @Test
    void whatAPageLoadsByItselfIsNotWhatWasWanted() throws Exception {
        get("/teslim?x=1", "text/html,*/*;q=0.8");
        get("/favicon.png", "image/avif,image/webp,*/*;q=0.8");
        get("/dosya", "image/avif,image/webp,*/*;q=0.8");
        assertThat(location(signIn(""))).isEqualTo("/teslim?x=1");
    }

    @Test
    void aFileLeadsToItsPage() throws Exception {
        get("/dosya/2026-000123/ekler/7", "text/html");
        assertThat(location(signIn(""))).isEqualTo("/dosya/2026-000123/ekler");
    }

    @Test
    void aWrongPasswordForgetsNoPage() throws Exception {
        get("/giris", "text/html");
        var refused = post("username=yokki&password=yanlis&donus=%2Fteslim&_csrf=" + cookie("MUHATAP-CSRF"));
        assertThat(location(refused)).endsWith("/giris?error&donus=%2Fteslim");
        assertThat(get("/giris?error&donus=%2Fteslim", "text/html").body())
                .contains("parola yanlış", "name=\"donus\" value=\"/teslim\"");
    }

    private HttpResponse<String> signIn(String more) throws Exception {
        get("/giris", "text/html");
        return post("username=halkla&password=demo&_csrf=" + cookie("MUHATAP-CSRF") + more);
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/giris"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://127\\.0\\.0\\.1:\\d+", "");
    }
}

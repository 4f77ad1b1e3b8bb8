package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;

/** Every sign-out is in the security log, whichever endpoint was used. */
@HttpTest
class SignOutIT {

    private static final String CAMUNDAS = "/camunda/api/admin/auth/user/default/logout";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void byOurOwnDoor() throws Exception {
        signIn("yonetici");

        assertThat(post("/cikis", "_csrf=" + cookie("MUHATAP-CSRF"), "").statusCode())
                .isEqualTo(302);

        assertThat(signOuts("yonetici")).isOne();
    }

    @Test
    void byTheDoorOfCamundasApps() throws Exception {
        signIn("mudur");
        get("/camunda/app/tasklist/default/");

        assertThat(post(CAMUNDAS, "", cookie("XSRF-TOKEN")).statusCode()).isEqualTo(204);

        assertThat(signOuts("mudur")).isOne();
    }

    @Test
    void whoeverIsNotSignedInIsNotWritten() throws Exception {
        get("/giris");
        long before = all();

        post("/cikis", "_csrf=" + cookie("MUHATAP-CSRF"), "");

        assertThat(all()).isEqualTo(before);
    }

    private long signOuts(String user) {
        return jdbc.sql("select count(*) from guvenlik_olayi where action = 'CIKIS' and actor = :user "
                        + "and subject = :user and address = '127.0.0.1'")
                .param("user", user)
                .query(Long.class)
                .single();
    }

    private long all() {
        return jdbc.sql("select count(*) from guvenlik_olayi where action = 'CIKIS'")
                .query(Long.class)
                .single();
    }

    private void signIn(String user) throws Exception {
        get("/giris");
        assertThat(post("/giris", "username=" + user + "&password=demo&_csrf=" + cookie("MUHATAP-CSRF"), "")
                        .statusCode())
                .isEqualTo(302);
        get("/");
    }

    private void get(String path) throws Exception {
        browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String appsToken) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", appsToken)
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
}

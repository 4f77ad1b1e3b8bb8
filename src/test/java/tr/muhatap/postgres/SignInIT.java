package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.calendar.OfficeClock;

@PostgresTest
class SignInIT {

    private static final int ACCOUNT_FAILURES = 4;
    private static final int ADDRESS_FAILURES = 8;

    @LocalServerPort
    int port;

    @Autowired
    OfficeClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identityService;

    ProductionOffice office;

    @BeforeEach
    void openOffice() {
        office = new ProductionOffice(port);
    }

    @AfterEach
    void forget() {
        clock.setOffset(Duration.ZERO);
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void onlySystemsSendTheirPasswordWithARequest() {
        assertThat(office.basic("santral", Personnel.PASSWORD, "/api/v1/basvurular")
                        .status())
                .isEqualTo(200);
        var person = office.basic("cagri", Personnel.PASSWORD, "/api/v1/basvurular");
        assertThat(person.status()).isEqualTo(401);
        assertThat(person.body().get("detail").asText()).contains("giriş sayfasını kullanır");
        assertThat(office.get("cagri", "/api/v1/basvurular").status()).isEqualTo(200);
    }

    /** As the runbook on secrets says. */
    @Test
    void aSystemsPasswordIsChangedWithoutARestart() {
        var change = "/engine-rest/user/sondaj/credentials";
        var passwords = "{\"password\":\"Yeni-Parola-2026\",\"authenticatedUserPassword\":\"%s\"}"
                .formatted(Personnel.PASSWORD);
        assertThat(office.put("idris", change, passwords).status()).isEqualTo(204);

        assertThat(office.basic("sondaj", "Yeni-Parola-2026", "/actuator/prometheus")
                        .status())
                .isEqualTo(200);
        assertThat(office.basic("sondaj", Personnel.PASSWORD, "/actuator/prometheus")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theRunbooksCommandSignsSomebodyOut() {
        assertThat(office.get("gorkem", "/dosya").status()).isEqualTo(200);

        assertThat(jdbc.sql("delete from spring_session where principal_name = 'gorkem'")
                        .update())
                .isPositive();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(office.get("gorkem", "/dosya").status()).isEqualTo(302));
    }

    /** Changed in the database, as another node does it. */
    @Test
    void whatIsTakenAwayIsGoneWithinTenSeconds() {
        for (var name : List.of("ayrilan", "tasinan", "kilitli")) {
            givenUser(name, "camunda-admin");
            assertThat(office.get(name, "/engine-rest/task/count").status()).isEqualTo(200);
        }
        givenUser("eskisistem", "kanal-istemcisi");
        assertThat(basicOf("eskisistem")).isEqualTo(200);

        jdbc.sql("delete from act_id_membership where user_id_ in ('ayrilan', 'tasinan', 'eskisistem')")
                .update();
        jdbc.sql("delete from act_id_user where id_ in ('ayrilan', 'eskisistem')")
                .update();
        jdbc.sql("update act_id_user set lock_exp_time_ = now() + interval '1 day' where id_ = 'kilitli'")
                .update();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(office.get("ayrilan", "/engine-rest/task/count").status())
                    .as("deleted")
                    .isEqualTo(401);
            assertThat(office.get("tasinan", "/actuator/prometheus").status())
                    .as("without a group")
                    .isEqualTo(403);
            assertThat(office.get("kilitli", "/engine-rest/task/count").status())
                    .as("locked")
                    .isEqualTo(401);
            assertThat(basicOf("eskisistem")).as("deleted system").isEqualTo(401);
        });
    }

    @Test
    void anotherPasswordEndsTheSessionsThatBeganWithTheFormerOne() {
        givenUser("degisen", "beyaz-masa");
        assertThat(office.get("degisen", "/dosya").status()).isEqualTo(200);
        var user = identityService.createUserQuery().userId("degisen").singleResult();
        user.setPassword("Baska-Parola-2026");
        identityService.saveUser(user);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(office.get("degisen", "/dosya").status()).isEqualTo(302));
    }

    @Test
    void sessionsHaveAnIdleLifetime() {
        office.signIn("sule", Personnel.PASSWORD);

        assertThat(jdbc.sql("select distinct max_inactive_interval from spring_session where principal_name = 'sule'")
                        .query(Integer.class)
                        .list())
                .containsExactly(3600);
    }

    private void givenUser(String name, String group) {
        var user = identityService.newUser(name);
        user.setPassword(Personnel.PASSWORD);
        identityService.saveUser(user);
        identityService.createMembership(name, group);
    }

    private int basicOf(String name) {
        return office.basic(name, Personnel.PASSWORD, "/api/v1/basvurular").status();
    }

    @Test
    void everyCookieTravelsEncryptedAloneAndStaysOnThisSite() {
        var https = new ProductionOffice(port, Map.of("X-Forwarded-Proto", "https"));
        var signIn = https.signIn("cagri", Personnel.PASSWORD);
        var cookies = Stream.of(
                        signIn,
                        https.get("", "/giris"),
                        https.get("", "/dosya"),
                        https.get("", "/camunda/app/tasklist/default/"),
                        https.get("cagri", "/camunda/app/tasklist/default/"),
                        https.get("cagri", "/camunda/api/admin/auth/user/default"),
                        https.form("cagri", "/cikis", Map.of()))
                .flatMap(answer -> answer.response().headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite="));
        assertThat(cookies)
                .extracting(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .contains("JSESSIONID", "XSRF-TOKEN", "MUHATAP-CSRF");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID=") && !cookie.contains("Max-Age=0"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(signIn.header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    /** As where the proxy does not say that the browser came by HTTPS. */
    @Test
    void cookiesAreForHttpsWhateverTheProxySays() {
        assertThat(office.get("", "/giris").response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    /** From an address that is not named in server.tomcat.remoteip.internal-proxies. */
    @Test
    void whoeverIsNoProxyOfOursCannotSpeakForAnother() throws Exception {
        for (int failure = 0; failure < ADDRESS_FAILURES; failure++) {
            assertThat(fromAStranger("203.0.113." + failure, "kimse" + failure + ":yanlis"))
                    .contains(" 401 ");
        }

        assertThat(fromAStranger("203.0.113.200", "gulsah:yanlis"))
                .as("all of them came from one address")
                .contains(" 429 ");
        assertThat(basicOf("olcum")).as("other addresses").isEqualTo(200);
    }

    private String fromAStranger(String forwardedFor, String credentials) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.0.0.2"), 0)) {
            var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("GET /api/v1/basvurular HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                    + "X-Forwarded-For: " + forwardedFor + "\r\nAuthorization: Basic " + basic
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void aSessionHoldsTheNameAndNothingElseOfAPerson() {
        office.signIn("sule", Personnel.PASSWORD);
        assertThat(office.get("sule", "/dosya").status()).isEqualTo(200);
        assertThat(office.get("sule", "/camunda/api/engine/engine/default/task/count")
                        .status())
                .isEqualTo(200);

        assertThat(jdbc.sql("select distinct attribute_name from spring_session join spring_session_attributes "
                                + "on primary_id = session_primary_id where principal_name = 'sule'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME",
                        "muhatap.account",
                        "muhatap.since",
                        "CAMUNDA_CSRF_TOKEN");
    }

    @Test
    void whoIsNotSignedInOrSendsThePasswordWithTheRequestLeavesNoSession() {
        long before = sessions();

        office.basic("santral", Personnel.PASSWORD, "/api/v1/basvurular");
        office.basic("santral", Personnel.PASSWORD, "/engine-rest/task/count");
        office.basic("santral", "yanlış", "/api/v1/basvurular");
        assertThat(office.signIn("sule", "yanlış").header("Location")).contains("error");
        assertThat(office.get("", "/kabul?kanal=ALO_153&tel=05321234567").status())
                .isEqualTo(302);
        office.get("", "/camunda/app/tasklist/default/");

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theSignInLeadsToThePageThatWasWanted() {
        assertThat(office.signInFor("/dosya?x=1", "sule", Personnel.PASSWORD).header("Location"))
                .endsWith("/dosya?x=1");
        assertThat(office.signInFor("/engine-rest/task/count", "sule", Personnel.PASSWORD)
                        .header("Location"))
                .as("no page")
                .endsWith("/");
    }

    @Test
    void aSignInGivesTheSessionANewIdAndASignOutEndsIt() {
        office.signIn("sule", Personnel.PASSWORD);
        String first = office.session("sule");
        office.form("sule", "/giris", Map.of("username", "sule", "password", Personnel.PASSWORD));
        String second = office.session("sule");
        assertThat(second).isNotEqualTo(first);
        assertThat(rows(first)).isZero();
        assertThat(rows(second)).isOne();
        // Brings the new session's token
        assertThat(office.get("sule", "/dosya").status()).isEqualTo(200);

        office.form("sule", "/cikis", Map.of());

        assertThat(rows(second)).isZero();
    }

    @Test
    void anAccountWhosePasswordIsGuessedHasToWait() {
        for (int failure = 0; failure < ACCOUNT_FAILURES; failure++) {
            assertThat(from("203.0.113." + failure)
                            .basic("unutkan", "yanlış", "/api/v1/basvurular")
                            .status())
                    .isEqualTo(401);
        }

        var blocked = from("203.0.113.99").basic("unutkan", Personnel.PASSWORD, "/api/v1/basvurular");
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(blocked.header("Retry-After"))).isBetween(1, 301);
        assertThat(blocked.header("Content-Type")).startsWith("application/problem+json");
        assertThat(blocked.body().get("detail").asText()).contains("saniye sonra yeniden deneyin");
        assertThat(from("203.0.113.99").signIn("unutkan", Personnel.PASSWORD).status())
                .isEqualTo(429);
        assertThat(from("203.0.113.99").signIn("nurgul", Personnel.PASSWORD).header("Location"))
                .as("others sign in")
                .doesNotContain("error");

        clock.setOffset(Duration.ofMinutes(6));
        assertThat(office.signIn("unutkan", Personnel.PASSWORD).header("Location"))
                .doesNotContain("error");
    }

    @Test
    void anAddressThatGuessesHasToWaitWhateverTheAccount() {
        for (int failure = 0; failure < ADDRESS_FAILURES; failure++) {
            from("198.51.100.7").basic("kimse" + failure, "yanlış", "/api/v1/basvurular");
        }

        assertThat(from("198.51.100.7").signIn("gulsah", Personnel.PASSWORD).status())
                .isEqualTo(429);
        assertThat(from("198.51.100.8").signIn("gulsah", Personnel.PASSWORD).header("Location"))
                .doesNotContain("error");
    }

    private ProductionOffice from(String address) {
        return new ProductionOffice(port, Map.of("X-Forwarded-For", address));
    }

    private long rows(String session) {
        return jdbc.sql("select count(*) from spring_session where session_id = :session")
                .param("session", session)
                .query(Long.class)
                .single();
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}

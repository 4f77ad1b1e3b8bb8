package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import tr.muhatap.Office;

@PostgresTest
class OidcIT {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcClient jdbc;

    String muhatap = "";

    @BeforeEach
    void address() {
        muhatap = "http://127.0.0.1:" + port;
    }

    @Test
    void aPersonSignsInAtTheMunicipalitysServerAndWorksWithTheGroupsOfItsClaims() throws Exception {
        var browser = new Browser();

        assertThat(browser.open(muhatap + "/giris").body()).contains("/oauth2/authorization/kurum");
        var home = signIn(browser, "ayse.demir");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.uri()).isEqualTo(URI.create(muhatap + "/"));
        assertThat(home.body()).contains("ayse.demir");

        assertThat(browser.open(muhatap + "/teslim").statusCode())
                .as("a page of halkla-iliskiler, as HIM-Uzmanlari is called here")
                .isEqualTo(200);
        assertThat(browser.open(muhatap + "/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(200);
        assertThat(browser.open(muhatap + "/camunda/api/admin/auth/user/default")
                        .body())
                .contains("\"userId\":\"ayse.demir\"")
                .contains("tasklist");
        assertThat(browser.open(muhatap + "/camunda/api/engine/engine/default/task/count")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.open(muhatap + "/camunda/app/admin/default/").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSessionHoldsNoTokenAndNoClaim() {
        signIn(new Browser(), "ayse.demir");

        assertThat(jdbc.sql("select distinct attribute_name from spring_session join spring_session_attributes "
                                + "on primary_id = session_primary_id where principal_name = 'ayse.demir'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .isSubsetOf(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                        "muhatap.account",
                        "muhatap.since",
                        "muhatap.server",
                        "CAMUNDA_CSRF_TOKEN");
    }

    /** The session's attributes are plain text as Java writes it; this one is made to look an hour old. */
    @Test
    void theServersWordIsAskedForAgainWhenItIsOld() {
        var browser = new Browser();
        signIn(browser, "ayse.demir");
        assertThat(browser.open(muhatap + "/teslim").statusCode()).isEqualTo(200);
        jdbc.sql("delete from act_id_membership where user_id_ = 'ayse.demir'").update();
        jdbc.sql("update spring_session_attributes set attribute_bytes = :old where attribute_name = 'muhatap.since' "
                        + "and session_primary_id in "
                        + "(select primary_id from spring_session where principal_name = 'ayse.demir')")
                .param("old", new SerializingConverter().convert("1000000000000"))
                .update();

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(browser.open(muhatap + "/teslim").statusCode())
                    .as("by way of the server, without a question")
                    .isEqualTo(200);
            assertThat(identityService
                            .createGroupQuery()
                            .groupMember("ayse.demir")
                            .list())
                    .extracting(Group::getId)
                    .containsExactly("halkla-iliskiler");
        });
    }

    @Test
    void theEngineKnowsThePersonAndTheGroups() {
        signIn(new Browser(), "ayse.demir");

        assertThat(identityService
                        .createUserQuery()
                        .userId("ayse.demir")
                        .singleResult()
                        .getEmail())
                .isEqualTo("ayse.demir@belediye.example");
        assertThat(identityService.createGroupQuery().groupMember("ayse.demir").list())
                .extracting(Group::getId)
                .containsExactly("halkla-iliskiler");
    }

    /** A user of the engine's own, and the name under which the program's own acts stand in the history. */
    @ParameterizedTest
    @ValueSource(strings = {"santral", "sistem"})
    void nobodySignsInUnderANameThatIsTaken(String name) {
        var answer = signIn(new Browser(), name);

        assertThat(answer.uri().toString()).isEqualTo(muhatap + "/giris?error");
        assertThat(identityService.createGroupQuery().groupMember(name).list())
                .extracting(Group::getId)
                .doesNotContain("camunda-admin");
        assertThat(jdbc.sql(
                                "select count(*) from guvenlik_olayi where action = 'GIRIS_HATASI' and address = '127.0.0.1'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aSystemDeliversWithATokenOfThatServer() throws Exception {
        assertThat(deliver(token()).statusCode()).isEqualTo(201);
    }

    @Test
    void aForgedTokenIsRefused() throws Exception {
        var parts = token().split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("kanal-istemcisi", "camunda-admin");
        var forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];

        assertThat(deliver(forged).statusCode()).isEqualTo(401);
    }

    static Stream<String> tokensThatAreNotTaken() {
        return Stream.concat(
                Stream.of(OidcServer.FOR_ANOTHER, OidcServer.OF_ANOTHER_SERVER, OidcServer.EXPIRED),
                OidcServer.PEOPLES.stream());
    }

    /** Wrong audience, wrong issuer, expired, and tokens of people, which are not a system's. */
    @ParameterizedTest
    @MethodSource("tokensThatAreNotTaken")
    void aTokenThatIsNotASystemsForThisProgramIsRefused(String client) throws Exception {
        assertThat(deliver(token(client)).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> signIn(Browser browser, String name) {
        var page = browser.open(muhatap + "/oauth2/authorization/kurum");
        assertThat(page.uri().getPort()).isEqualTo(OidcServer.port());
        return browser.submit(
                "http://127.0.0.1:" + OidcServer.port() + "/login",
                Map.of("username", name, "password", OidcServer.PASSWORD));
    }

    private static String token() throws Exception {
        return token(OidcServer.SYSTEM);
    }

    private static String token(String client) throws Exception {
        var credentials = (client + ":" + OidcServer.SYSTEM_SECRET + client).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + OidcServer.port() + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }

    private HttpResponse<String> deliver(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(muhatap + "/api/v1/basvurular"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Office.call()))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}

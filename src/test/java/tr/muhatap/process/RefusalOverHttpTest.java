package tr.muhatap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.access.Groups;
import tr.muhatap.channel.Channel;

/** Whoever completes a task over HTTP reads the record's own sentence, in Tasklist as in the REST API. */
@ProcessTest
class RefusalOverHttpTest {

    private static final String WITHOUT_DRAFT =
            "{\"variables\":{\"birimKarari\":{\"value\":\"CEVAP\",\"type\":\"String\"}}}";
    private static final String SENTENCE =
            "Önce cevap taslağını yazıp kaydedin. Taslak olmadan cevap onaya gönderilemez.";

    @Autowired
    private OfficeFixture office;

    @Autowired
    private IdentityService identityService;

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void administrator() {
        var user = identityService.newUser("denemeci");
        user.setPassword("Deneme-Parolasi-1");
        identityService.saveUser(user);
        if (identityService.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            identityService.saveGroup(identityService.newGroup(Groups.CAMUNDA_ADMIN));
        }
        identityService.createMembership("denemeci", Groups.CAMUNDA_ADMIN);
    }

    @AfterEach
    void noAdministrator() {
        identityService.deleteUser("denemeci");
        office.backToRealTime();
    }

    @Test
    void overTheRestApi() throws Exception {
        String number = office.atTheUnit(Channel.CIMER);
        String task = office.openTask(number, "Cevap_Hazirlama").getId();

        var answer = post("/engine-rest/task/" + task + "/complete", WITHOUT_DRAFT, "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"message\":\"" + SENTENCE + "\"").contains("\"code\":\"TASLAK_YOK\"");
        assertThat(office.openTasks(number)).containsExactly("Cevap_Hazirlama");
    }

    @Test
    void aMissingDecisionOverTheRestApi() throws Exception {
        String number = office.atTheUnit(Channel.CIMER);
        String task = office.openTask(number, "Cevap_Hazirlama").getId();

        var answer = post("/engine-rest/task/" + task + "/submit-form", "{\"variables\":{}}", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Karar seçilmedi")
                .contains("\"errors\":[{\"field\":\"birimKarari\"")
                .doesNotContain("\"code\"");
    }

    @Test
    void inTasklist() throws Exception {
        String number = office.atTheUnit(Channel.CIMER);
        String task = office.openTask(number, "Cevap_Hazirlama").getId();
        http.send(request("/camunda/app/tasklist/default/").GET().build(), HttpResponse.BodyHandlers.ofString());
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");

        var answer = post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", WITHOUT_DRAFT, token);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("\"message\":\"" + SENTENCE + "\"").contains("\"code\":\"TASLAK_YOK\"");
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString("denemeci:Deneme-Parolasi-1".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }
}

package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

@HttpTest
class ClosedByDefaultIT {

    /** Harmless, so that an engine that evaluates it answers normally. */
    private static final String UNKNOWN = "${'x'.concat('y')}";

    @LocalServerPort
    int port;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/giris",
                "/takip",
                "/css/muhatap.css",
                "/api/v1/deadlines?channel=CIMER&receivedOn=2026-05-18",
                "/makbuz",
                "/api/v1/makbuz?m=x",
                "/api/v1/service-standards",
                "/v3/api-docs",
                "/actuator/health",
                "/actuator/health/readiness"
            })
    void whatIsPublicNeedsNoSignIn(String path) {
        assertThat(office.get("", path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task/count",
                "/engine-rest/engine",
                "/engine-rest/deployment/create",
                "/api/v1/basvurular",
                "/api/v1/holidays?year=2026",
                "/camunda/api/engine/engine/default/task/count",
                "/actuator/env"
            })
    void programsWithoutCredentialsAreRefused(String path) {
        assertThat(office.get("", path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/demo/posta", "/teslim"})
    void peopleWithoutASignInAreSentToThePage(String path) {
        var answer = office.get("", path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().headers().firstValue("Location").orElseThrow())
                .endsWith("/giris");
    }

    @ParameterizedTest
    @CsvSource({
        "fen,/demo/posta,403",
        "halkla,/teslim,200",
        "fen,/teslim,403",
        "halkla,/posta-kutusu,200",
        "bilgi,/posta-kutusu,403",
        "halkla,/aktarim,200",
        "halkla,/aktarim/kelimeler,200",
        "bilgi,/aktarim,403",
        "denetci,/aktarim/kelimeler,403",
        "istemci,/camunda/app/tasklist/default/,403",
        "fen,/camunda/app/cockpit/default/,403",
        "denetci,/camunda/app/cockpit/default/,200",
        "surec,/camunda/app/admin/default/,403",
        "denetci,/actuator/prometheus,403",
        "admin,/irgendwas,404",
        "fen,/dosya/2026-000001/gibt/es/nicht,404",
    })
    void addressesBelongToRoles(String user, String path, int status) {
        assertThat(office.get(user, path).status()).isEqualTo(status);
    }

    @Test
    void nobodyMakesAnAdministratorByTheSetupAddress() {
        var user =
                "{\"profile\":{\"id\":\"x\",\"firstName\":\"x\",\"lastName\":\"x\"},\"credentials\":{\"password\":\"x\"}}";

        assertThat(office.post("", "/camunda/api/admin/setup/default/user/create", user)
                        .status())
                .isEqualTo(404);
        assertThat(office.post("admin", "/camunda/api/admin/setup/default/user/create", user)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void anAppsInlineScriptIsKnownByItsHashAndNeedsNoNonce(String app) throws Exception {
        var page = office.get("admin", "/camunda/app/" + app + "/default/").response();
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        var inline = Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(page.body());

        assertThat(policy).doesNotContain("nonce", "strict-dynamic");
        assertThat(inline.find()).isTrue();
        do {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        } while (inline.find());
    }

    @Test
    void strangeExpressionsInQueriesAreNotEvaluated() {
        var adHoc = "{\"orQueries\":[{\"assigneeExpression\":\"" + UNKNOWN + "\"}]}";
        assertExpressionRefused(office.post("fen", "/engine-rest/task?maxResults=5", adHoc));
        assertExpressionRefused(office.post("fen", "/engine-rest/task/count", adHoc));
        assertExpressionRefused(
                office.post("fen", "/engine-rest/task?maxResults=5", "{\"assigneeExpression\":\"" + UNKNOWN + "\"}"));

        var filter =
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"" + UNKNOWN + "\"}}";
        var stored = office.post("admin", "/engine-rest/filter/create", filter);
        assertThat(stored.status()).isEqualTo(200);
        var id = stored.body().get("id").asText();
        assertExpressionRefused(office.get("admin", "/engine-rest/filter/" + id + "/count"));
        assertExpressionRefused(office.get("fen", "/engine-rest/filter/" + id + "/list?maxResults=5"));
        office.delete("admin", "/engine-rest/filter/" + id);

        var harmless = office.post(
                "admin", "/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"y\",\"query\":{}}");
        var harmlessId = harmless.body().get("id").asText();
        var extended = office.post(
                "admin",
                "/engine-rest/filter/" + harmlessId + "/count",
                "{\"assigneeExpression\":\"" + UNKNOWN + "\"}");
        assertExpressionRefused(extended);
        office.delete("admin", "/engine-rest/filter/" + harmlessId);
    }

    private static void assertExpressionRefused(Office.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("message").asText()).isEqualTo("Sorgularda bu ifade kullanılamaz.");
    }

    @Test
    void onlyAdministratorsMakeFilters() {
        assertThat(office.post(
                                "halkla",
                                "/engine-rest/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"z\",\"query\":{}}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyDeploysOrWritesFreeTextIntoTheEngine() {
        assertThat(office.post("admin", "/engine-rest/deployment/create", "{}").status())
                .isEqualTo(404);
        assertThat(office.post("admin", "/engine-rest/task/create", "{\"id\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(office.post("admin", "/engine-rest/task/x/comment/create", "{\"message\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aUnitSeesAndClaimsItsOwnTasksOnly() {
        var number = office.register("operator", Office.call());
        assertThat(office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri")
                        .status())
                .isEqualTo(204);
        var task = office.task(number, "Cevap_Hazirlama");

        assertThat(office.get("fen", "/engine-rest/task/" + task).status()).isEqualTo(200);
        assertThat(office.get("park", "/engine-rest/task/" + task).status()).isEqualTo(404);
        assertThat(office.get("park", "/engine-rest/task/count?processInstanceBusinessKey=" + number)
                        .body()
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(office.post("park", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"park\"}")
                        .status())
                .isEqualTo(403);
        assertThat(office.get("park", "/api/v1/basvurular/" + number).status()).isEqualTo(404);
        assertThat(office.get("fen", "/api/v1/basvurular/" + number).status()).isEqualTo(200);
        assertThat(office.get("istemci", "/api/v1/basvurular/" + number + "/history")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void oneApplicationGoesFromTheCallToTheClosedAnswer() {
        var number = office.register("operator", Office.call());
        office.complete("halkla", number, "Birime_Sevk", "birim", "fen-isleri");

        var tooEarly = office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP");
        assertThat(tooEarly.status()).isBetween(400, 499);
        assertThat(tooEarly.body().get("message").asText()).contains("Önce cevap taslağını yazıp kaydedin");

        var draft = "{\"outcome\":\"OLUMLU\",\"text\":\"Çukur kapatıldı.\"}";
        assertThat(office.put("halkla", "/api/v1/basvurular/" + number + "/cevap", draft)
                        .status())
                .isEqualTo(403);
        assertThat(office.put("fen", "/api/v1/basvurular/" + number + "/cevap", draft)
                        .status())
                .isEqualTo(200);
        assertThat(office.complete("fen", number, "Cevap_Hazirlama", "birimKarari", "CEVAP")
                        .status())
                .isEqualTo(204);
        assertThat(office.complete("fen", number, "Cevap_Onayi", "onay", "ONAY").status())
                .isEqualTo(403);
        assertThat(office.complete("halkla", number, "Cevap_Onayi", "onay", "ONAY")
                        .status())
                .isEqualTo(204);
        assertThat(office.post("admin", "/demo/clock", "{\"advance\":\"PT0S\"}").status())
                .isEqualTo(200);

        assertThat(office.get("halkla", "/api/v1/basvurular/" + number)
                        .body()
                        .get("status")
                        .asText())
                .isEqualTo("KAPANDI");
        assertThat(office.get("denetci", "/api/v1/basvurular/" + number + "/history")
                        .body()
                        .findValuesAsText("action"))
                .contains("Alindi", "SevkEdildi", "CevapHazirlandi", "Onaylandi", "MesajIletildi", "Kapandi");
    }

    @Test
    void signingOutOfTasklistSignsOutOfEverything() throws Exception {
        var cookies = new CookieManager();
        var browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        var base = "http://127.0.0.1:" + port;
        browser.send(HttpRequest.newBuilder(URI.create(base + "/giris")).build(), BodyHandlers.discarding());
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("MUHATAP-CSRF"))
                .findFirst()
                .orElseThrow()
                .getValue();
        browser.send(
                HttpRequest.newBuilder(URI.create(base + "/giris"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=halkla&password=demo&_csrf=" + token))
                        .build(),
                BodyHandlers.discarding());
        var own = HttpRequest.newBuilder(URI.create(base + "/api/v1/basvurular?size=1"))
                .build();
        assertThat(browser.send(own, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

        var signOut = HttpRequest.newBuilder(URI.create(base + "/camunda/api/admin/auth/user/default/logout"))
                .POST(BodyPublishers.noBody());
        assertThat(browser.send(signOut.build(), BodyHandlers.discarding()).statusCode())
                .as("without a token")
                .isEqualTo(403);
        browser.send(
                HttpRequest.newBuilder(URI.create(base + "/camunda/app/tasklist/default/"))
                        .build(),
                BodyHandlers.discarding());
        assertThat(browser.send(signOut.header("X-XSRF-TOKEN", "x").build(), BodyHandlers.discarding())
                        .statusCode())
                .as("with a wrong token")
                .isEqualTo(403);
        assertThat(browser.send(own, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        var camundas = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(browser.send(signOut.setHeader("X-XSRF-TOKEN", camundas).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);

        assertThat(browser.send(own, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }

    /** Cockpit queries a definition's versions without a bound; over the REST API such a list stays refused. */
    @Test
    void anAppsListsGetABoundAndThoseOfTheRestApiNeedOne() {
        var list = "/process-definition?key=cimer";

        assertThat(office.get("surec", "/camunda/api/engine/engine/default" + list)
                        .status())
                .isEqualTo(200);
        assertThat(office.get("surec", "/engine-rest" + list).status()).isEqualTo(400);
    }
}

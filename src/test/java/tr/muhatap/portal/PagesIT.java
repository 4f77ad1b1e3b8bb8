package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** The pages in a browser: sign-in, session, CSRF token, sign-out. */
@HttpTest
class PagesIT {

    private static final String TASKLISTS_SIGN_OUT = "/camunda/api/admin/auth/user/default/logout";

    /** One address of each part of the program, and its status for anonymous users. */
    private static final Map<String, Integer> PARTS = Map.of(
            "/teslim", 302,
            "/camunda/app/tasklist/default/", 302,
            "/api/v1/basvurular?size=1", 401,
            "/engine-rest/task/count", 401,
            "/camunda/api/engine/engine/default/task/count", 401);

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void theStartPageNamesTheDemosUsersAndEveryoneElsesWay() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"tr\"", "href=\"/takip\"", "/camunda/app/tasklist/");
        for (var user : List.of(
                "masa",
                "operator",
                "bilgi",
                "halkla",
                "fen",
                "park",
                "yonetici",
                "mudur",
                "surec",
                "denetci",
                "istemci",
                "admin")) {
            assertThat(page.body()).contains("<td>" + user + "</td>");
        }
    }

    /** Links on the page work, and hidden ones would not. */
    @ParameterizedTest
    @ValueSource(strings = {"masa", "fen", "halkla", "yonetici", "surec", "denetci", "istemci", "admin"})
    void theStartPageShowsEachTheWaysThatAreOpenToHim(String user) throws Exception {
        var all = links(get("/").body());
        assertThat(all).contains("/camunda/app/tasklist/", "/camunda/app/cockpit/", "/teslim", "/demo/posta");

        var own = links(office.get(user, "/").response().body());

        for (var address : all) {
            assertThat(office.get(user, address).status() < 400)
                    .as("%s opens to %s", address, user)
                    .isEqualTo(own.contains(address));
        }
    }

    @Test
    void citizensSeeThreeActionsAndNobodysPages() throws Exception {
        assertThat(get("/").body().replaceAll("(?s)<details.*</details>", ""))
                .contains("<h2><a href=\"/basvuru\"", "<h2><a href=\"/takip\"", "<h2><a href=\"/hizmet-standartlari\"")
                .doesNotContain("<h3>", "/camunda/", "href=\"/teslim\"", "<td>masa</td>");
    }

    @Test
    void theStaffSeeTheirTasksAndHowManyTheirListHas() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        var page = office.get("fen", "/").response().body();
        assertThat(page).contains("Sizi ve grubunuzu bekleyen görevler", "Cevap hazırlama");
        var figure = Pattern.compile("<a href=\"(/basvurular\\?durum=ACIK)\"><strong>([0-9.]+)</strong>")
                .matcher(page);
        assertThat(figure.find()).as(number).isTrue();
        assertThat(office.get("fen", figure.group(1)).response().body()).contains(figure.group(2) + " başvuru bulundu");
        assertThat(office.get("denetci", "/").response().body())
                .contains("class=\"rakamlar\"")
                .doesNotContain("Sizi ve grubunuzu bekleyen görevler");
        assertThat(office.get("istemci", "/").response().body())
                .doesNotContain("class=\"rakamlar\"", "bekleyen görevler");
    }

    /** Another test may move the clock meanwhile: only the time on the page is compared. */
    @Test
    void theAdministratorMovesTheDemosClockOnTheStartPage() throws Exception {
        signIn("admin", "demo");
        var before = toldTime();

        var moved = post("/demo/saat", "by=1&_csrf=" + token());

        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(location(moved)).contains("/#zaman");
        assertThat(get("/").body()).contains("Zaman ileri alındı");
        assertThat(toldTime()).isBetween(before.plusDays(1), before.plusDays(1).plusMinutes(10));
        assertThat(get("/").body()).doesNotContain("Zaman ileri alındı");
        post("/demo/saat", "by=P1W%3Cb%3E&_csrf=" + token());
        assertThat(get("/").body()).contains("Süre gün ve saatle yazılmalıdır", "value=\"P1W&lt;b&gt;\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/saat", "/demo/sifirla"})
    void nobodyElseMovesTheDemosClock(String address) throws Exception {
        assertThat(location(post(address, "by=1"))).as("without a token").isEmpty();
        signIn("halkla", "demo");
        assertThat(get("/").body()).doesNotContain("action=\"" + address + "\"");
        assertThat(post(address, "by=1&_csrf=" + token()).statusCode()).isEqualTo(403);
        signIn("admin", "demo");
        assertThat(get("/").body()).contains("action=\"" + address + "\"");
        assertThat(post(address, "by=1").statusCode()).as("without a token").isEqualTo(403);
    }

    @Test
    void aWrongPasswordIsToldInTurkishAndLeadsNowhere() throws Exception {
        // A user of its own: the engine delays a user after a wrong password.
        Office.does(office.post(
                "admin",
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"gecici\"},\"credentials\":{\"password\":\"Ferahfeza-1453-Deniz\"}}"));
        var refused = signIn("gecici", "yanlis");
        Office.does(office.delete("admin", "/engine-rest/user/gecici"));

        assertThat(location(refused)).endsWith("/giris?error");
        assertThat(get("/giris?error").body()).contains("Kullanıcı adı veya parola yanlış.");
        assertThat(get("/teslim").statusCode()).isEqualTo(302);
    }

    @Test
    void oneSignInServesAllOfIt() throws Exception {
        var strangersSession = session();

        assertThat(location(signIn("halkla", "demo"))).endsWith("/");

        for (var part : PARTS.keySet()) {
            assertThat(get(part).statusCode()).as(part).isEqualTo(200);
        }
        assertThat(session()).as("a session of its own").isNotEqualTo(strangersSession);
        assertThat(get("/teslim").body()).contains("title=\"halkla\"", ">Çağrı Ünlüsoy<");
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLISTS_SIGN_OUT, "/cikis"})
    void signingOutAnywhereEndsEverything(String signOut) throws Exception {
        signIn("halkla", "demo");
        assertThat(get("/").body()).contains("action=\"/cikis\"");
        var session = session();

        get("/camunda/app/tasklist/default/");

        var answer = signOut.equals("/cikis")
                ? post(signOut, "_csrf=" + token())
                : browser.send(
                        request(signOut)
                                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isIn(204, 302);
        for (var part : PARTS.entrySet()) {
            assertThat(get(part.getKey()).statusCode()).as(part.getKey()).isEqualTo(part.getValue());
            assertThat(replayed(session, part.getKey()))
                    .as("%s with the old session", part.getKey())
                    .isEqualTo(part.getValue());
        }
    }

    @Test
    void aSessionWithoutItsTokenChangesNothing() throws Exception {
        signIn("halkla", "demo");
        var number = office.register("istemci", Office.application("CIMER"));
        var reason = "/api/v1/basvurular/" + number + "/gerekce";

        assertThat(put(reason, "{\"text\":\"x\"}", "").statusCode()).isEqualTo(403);
        assertThat(put(reason, "{\"text\":\"x\"}", "tahmin").statusCode()).isEqualTo(403);
        assertThat(post("/teslim/1", "").statusCode()).isEqualTo(403);
        assertThat(post("/toplu-islem/uygula", "").statusCode()).isEqualTo(403);
        assertThat(put(reason, "{\"text\":\"x\"}", token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aCitizenTracksByFormAndTheCodeStandsInNoAddress() throws Exception {
        var registered = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153")));
        var number = registered.body().get("number").asText();
        var code = registered.body().get("trackingCode").asText();
        assertThat(get("/takip").body()).contains("name=\"number\"", "name=\"code\"", "method=\"post\"");

        var found = post("/takip", "number=" + number + "&code=" + code + "&_csrf=" + token());

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body())
                .contains(number + " · Başvuru – İğde Sokağı", "Ön incelemede", "ALO 153", "Son cevap tarihi")
                .doesNotContain("Ayşe", "10000000146", "5321112233", "code=" + code);
    }

    @Test
    void anApplicationThatIsSentTwiceIsOne() throws Exception {
        var key = java.util.UUID.randomUUID();
        get("/basvuru");
        var form = "key=" + key
                + "&kind=TALEP&subject=Bank&text=Parka+bank&type=GERCEK&firstName=Ay%C5%9Fe&email=ayse@ornek.example"
                + "&lastName=I%C5%9F%C4%B1k&_csrf=" + token();

        var first = post("/basvuru", form);
        var second = post("/basvuru", form);

        assertThat(first.body()).contains("Başvurunuz alındı");
        assertThat(second.body().replaceAll("value=\"[^\"]*\" name=\"_csrf\"|name=\"_csrf\" value=\"[^\"]*\"", ""))
                .isEqualTo(
                        first.body().replaceAll("value=\"[^\"]*\" name=\"_csrf\"|name=\"_csrf\" value=\"[^\"]*\"", ""));
        assertThat(post("/basvuru", form.replace("Parka", "Sokaga")).body()).contains("daha önce gönderildi");
        assertThat(post("/basvuru", form.replace("kind=TALEP", "kind=").replace(key.toString(), "yeni"))
                        .body())
                .contains("Bir tür seçin.");
    }

    /** 4982 md. 6: whoever completes a request that was not processed makes a new one; nobody names another's. */
    @Test
    void aCitizenLinksTheCompletedRequestToHisOwnUnprocessedOne() throws Exception {
        var first = office.register("istemci", Office.application("BILGI_EDINME"));
        Office.does(office.complete("bilgi", first, "On_Inceleme", "onInceleme", "EKSIK"));
        get("/basvuru");
        var form = "key=" + java.util.UUID.randomUUID()
                + "&kind=BILGI_ISTEMI&subject=Belge&text=Belge&type=GERCEK&firstName=Ay%C5%9Fe&lastName=I%C5%9F%C4%B1k"
                + "&email=ayse@ornek.example&previousNumber=" + first + "&_csrf=" + token() + "&nationalId=";

        assertThat(post("/basvuru", form + "10000000078").body())
                .contains("Bu numarayla işleme konulmamış bir başvurunuz yok.");
        var taken = post("/basvuru", form + "10000000146");

        assertThat(taken.body()).contains("Başvurunuz alındı");
        var number = Pattern.compile("20\\d\\d-\\d{6}").matcher(taken.body());
        assertThat(number.find()).isTrue();
        assertThat(office.get("bilgi", "/api/v1/basvurular/" + number.group() + "/dosya")
                        .body()
                        .get("previousNumber")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void thePublishedTableComesFromTheDecisionTableWithBothPlacesOfRecourse() throws Exception {
        assertThat(get("/hizmet-standartlari").body())
                .contains("15 iş günü; birden fazla kurumu ilgilendirmesi hâlinde 30 iş günü", "10 gün", "ALO 153")
                .contains("İlk müracaat yeri", "İkinci müracaat yeri", "obayhan@kayseri.bel.tr");
    }

    @Test
    void aWrongCodeAndAnUnknownNumberLookTheSameOnThePage() throws Exception {
        var number = office.register("istemci", Office.application("ALO_153"));
        get("/takip");

        var wrongCode = post("/takip", "number=" + number + "&code=YANLIS&_csrf=" + token());
        var unknown = post("/takip", "number=1999-000001&code=YANLIS&_csrf=" + token());

        assertThat(wrongCode.body()).contains("Bu numara ve takip koduyla bir başvuru bulunamadı.");
        assertThat(wrongCode.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(wrongCode.body().replace(number, "1999-000001")).isEqualTo(unknown.body());
    }

    @Test
    void whatACitizenTypedComesBackHarmless() throws Exception {
        get("/takip");

        var page = post(
                "/takip",
                "number=" + URLEncoder.encode("\"><script>alert(1)</script>", StandardCharsets.UTF_8) + "&code=X&_csrf="
                        + token());

        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    void theMailboxShowsWhatWentOutTheNewestFirst() {
        var number = office.approved("CIMER", Office.application("CIMER"));

        var first = office.get("admin", "/demo/posta").response().body();
        assertThat(first).contains("<h2>Cevap: " + number + "</h2>", "Başvuru kanalına işlenecek", "ğüşıöç ĞÜŞİÖÇ");
        assertThat(office.get("admin", "/demo/posta?page=100000").response().body())
                .contains("Toplam")
                .doesNotContain(number);
        assertThat(office.get("admin", "/demo/posta?page=-1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/giris", "/takip", "/teslim", "/demo/posta"})
    void everyPageCarriesItsPolicyAndNoScriptOfStrangers(String page) {
        var answer = office.get("admin", page).response();

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body())
                .doesNotContain("src=\"http", "href=\"http", "onclick=", "<script>")
                .contains("lang=\"tr\"");
    }

    @Test
    void aClosedPageSaysSoInTurkish() throws Exception {
        signIn("fen", "demo");

        var closed = get("/teslim");

        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body()).contains("Bu sayfaya yetkiniz yok").doesNotContain("Whitelabel", "Forbidden");
    }

    private LocalDateTime toldTime() throws Exception {
        var told = Pattern.compile("şu an <strong>([^<]+)</strong>").matcher(get("/").body());
        assertThat(told.find()).isTrue();
        return LocalDateTime.parse(
                told.group(1), DateTimeFormatter.ofPattern("d MMMM yyyy EEEE, HH:mm", Locale.forLanguageTag("tr")));
    }

    private static List<String> links(String page) {
        return Pattern.compile("<h3><a href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    // A browser

    private HttpResponse<String> signIn(String user, String password) throws Exception {
        get("/giris");
        return post("/giris", "username=" + user + "&password=" + password + "&_csrf=" + token());
    }

    private String token() {
        return cookie("MUHATAP-CSRF");
    }

    private String session() {
        return cookie("JSESSIONID");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        var answer = browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return Office.shown(browser, answer);
    }

    private HttpResponse<String> put(String path, String json, String token) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("X-MUHATAP-CSRF", token);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private int replayed(String session, String path) throws IOException, InterruptedException {
        var stranger = HttpClient.newHttpClient();
        return stranger.send(
                        request(path)
                                .header("Cookie", "JSESSIONID=" + session)
                                .GET()
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}

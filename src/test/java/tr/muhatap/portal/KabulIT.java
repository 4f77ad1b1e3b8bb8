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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.takip.TrackingCodes;

/** The intake desk over HTTP, as in a browser without scripts. */
@HttpTest
class KabulIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BasvuruRegister register;

    @Autowired
    TrackingCodes codes;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Office office;

    /** A mobile number of nobody else's test. */
    private String phone;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        phone = "0533%07d".formatted(Math.floorMod(Office.unique().hashCode(), 10_000_000));
    }

    @Test
    void aScreenPopShowsTheCallersOpenApplicationsOfAllChannelsAndEachLookIsLogged() throws Exception {
        var contact = "\"phone\":\"" + phone + "\"";
        String web = office.register("istemci", Office.application("DIJITAL", contact));
        String call = office.register("operator", Office.application("ALO_153", contact));
        String closed = office.register("operator", Office.application("ALO_153", contact));
        Office.does(
                office.post("operator", "/api/v1/basvurular/" + closed + "/withdrawal", "{\"reason\":\"Vazgeçti\"}"));
        signIn("operator");

        var page =
                get("/kabul?kanal=ALO_153&tel=" + phone + "&cagri=C-" + phone).body();

        assertThat(page)
                .contains("A*** I***", "2 açık, 1 kapanmış başvuru", "/dosya/" + call)
                .as("a number alone is anybody's")
                .doesNotContain("Ayşe", "Işık", "10000000146", "100***", web, "Web, mobil, e-posta, sosyal medya")
                .doesNotContain("/dosya/" + closed);
        assertThat(looks(web)).as("nothing of it was shown").isEmpty();
        assertThat(looks(call)).containsExactly("operator kabul");
        assertThat(looks(closed)).as("the newest, whose data were shown").containsExactly("operator kabul");
    }

    @Test
    void aScreenPopWithUnreadableFactsOpensAnEmptyForm() throws Exception {
        signIn("operator");

        for (var unreadable : List.of("0533%07111", "1".repeat(81))) {
            var page = get("/kabul?kanal=ALO_153&tel=" + unreadable + "&cagri=C" + unreadable);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("name=\"phone\"").doesNotContain("0533", "1".repeat(41), "name=\"call\"");
        }
    }

    @Test
    void oneCallFromTheFirstWordToTheReceipt() throws Exception {
        signIn("operator");
        get("/kabul?kanal=ALO_153&tel=" + phone);

        var saved = post("/kabul", call("kaydet"));

        assertThat(saved.statusCode()).isEqualTo(302);
        String number = number(saved);
        var receipt = get("/kabul/" + number).body();
        assertThat(receipt).contains("Başvuru kaydedildi", number, "10 gün", "SMS · +90*******", "İpek Çığır");
        String code = trackingCode(number);
        assertThat(receipt).contains(String.join(" ", code.substring(0, 4), code.substring(4, 8), code.substring(8)));
        assertThat(get("/kabul/" + number).body())
                .as("shown once")
                .contains(number)
                .doesNotContain(code.substring(0, 4) + " " + code.substring(4, 8));
        assertThat(office.task(number, "Birime_Sevk")).as("complete: no review").isNotEmpty();
        assertThat(looks(number)).contains("operator kabul");
        var known =
                post("/kabul/kisiler", Map.of("nationalId", "", "phone", phone)).body();
        assertThat(known).contains("İ*** Ç***", "1 açık, 0 kapanmış", number).doesNotContain("<html", "Çığır");
    }

    @Test
    void theSameFormSentTwiceIsOneApplicationAndChangedItIsRefused() throws Exception {
        signIn("operator");
        var form = call("kaydet");

        var first = post("/kabul", form);
        var second = post("/kabul", form);
        form.put("text", "Başka bir şey");
        var changed = post("/kabul", form);

        assertThat(number(second)).isEqualTo(number(first));
        assertThat(changed.body()).contains("Bu form daha önce", "/kabul/" + number(first), "Başka bir şey");
    }

    @Test
    void oneCallMayHaveSeveralApplications() throws Exception {
        signIn("operator");
        String call = "C-" + Office.unique();
        var first = call("kaydet");
        first.put("key", key(get("/kabul?kanal=ALO_153&tel=" + phone + "&cagri=" + call)));
        assertThat(first.get("key")).isEqualTo(call);
        post("/kabul", first);

        assertThat(key(get("/kabul?kanal=ALO_153&tel=" + phone + "&cagri=" + call)))
                .isEqualTo(call + "-2");
        assertThat(key(get("/kabul?kanal=ALO_153&tel=" + phone))).doesNotContain(call);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndNamesEachFaultTwice() throws Exception {
        signIn("masa");
        var form = call("kaydet");
        form.putAll(Map.of(
                "channel", "BEYAZ_MASA",
                "nationalId", "123",
                "phone", "<b>12",
                "kind", "",
                "topicWords", "su",
                "place", "orada",
                "subject", "Ğüşıöç"));

        var page = post("/kabul", form).body();

        assertThat(page)
                .contains(
                        "<title>Hata: Başvuru kabul",
                        "href=\"#nationalId\"",
                        "id=\"nationalId-hata\"",
                        "aria-describedby=\"nationalId-hata\"",
                        "href=\"#phone\"",
                        "href=\"#kind\">Tür: Bir tür seçin.",
                        "href=\"#topicWords\">Konu: Birden çok konuya uyuyor",
                        "href=\"#place\">Konum: Konum, enlem ve boylam olarak",
                        "value=\"123\"",
                        "value=\"&lt;b&gt;12\"",
                        "value=\"Ğüşıöç\"",
                        "Su arızası")
                .doesNotContain("BILGI_ISTEMI,", "kodlu bir konu", "<b>12");
        assertThat(Pattern.compile("checked=\"checked\"")
                        .matcher(page)
                        .results()
                        .count())
                .as("the channel")
                .isEqualTo(1);
    }

    @Test
    void whatWasAnsweredOnTheSpotIsClosedAndHasNoProcess() throws Exception {
        signIn("operator");
        var form = call("bilgi");
        assertThat(post("/kabul", form).body())
                .contains("href=\"#information\">Verilen bilgi: Bu alan zorunludur.", "id=\"information-hata\"");
        form.put("information", "Otobüs 07.10'da kalkar.");

        var saved = post("/kabul", form);

        String number = number(saved);
        assertThat(number(post("/kabul", form))).as("sent twice").isEqualTo(number);
        assertThat(get("/kabul/" + number).body())
                .contains("Kaydedildi ve kapatıldı", "Otobüs 07.10", number)
                .doesNotContain("Alındı bildirimi");
        var record = office.get("halkla", "/api/v1/basvurular/" + number).body();
        assertThat(record.get("status").asText()).isEqualTo("KAPANDI");
        assertThat(record.get("outcome").asText()).isEqualTo("BILGI_VERILDI");
        assertThat(office.get("denetci", "/api/v1/basvurular/" + number + "/history")
                        .body()
                        .findValuesAsText("action"))
                .containsExactly("YerindeBilgiVerildi", "Kapandi");
        assertThat(instances(number)).isZero();
        var tracked = office.get("", "/api/v1/takip?number=" + number + "&code=" + trackingCode(number))
                .body();
        assertThat(tracked.get("answer").asText()).contains("07.10");

        Office.does(office.post(
                "operator", "/api/v1/basvurular/" + number + "/reopening", "{\"reason\":\"Otobüs gelmedi\"}"));
        assertThat(instances(number)).as("reopened like any other").isEqualTo(1);
        assertThat(office.task(number, "On_Inceleme")).isNotEmpty();
    }

    @Test
    void applicationsAboutTheSameAreShownOpenOnesNearbyOrAlike() throws Exception {
        signIn("operator");
        String street = "Sokak" + Math.floorMod(Office.unique().hashCode(), 1_000_000);
        double latitude = 30 + Math.floorMod(Office.unique().hashCode(), 10_000) / 1_000.0;
        String near = placed("yol-cukur", "Büyük çukur", latitude + 0.001);
        String far = placed("yol-cukur", "Küçük çukur", latitude + 0.003);
        String otherTopic = placed("budama", "Kuru ağaç", latitude);
        String closed = placed("yol-cukur", "Kapanan çukur", latitude);
        Office.does(
                office.post("operator", "/api/v1/basvurular/" + closed + "/withdrawal", "{\"reason\":\"Vazgeçti\"}"));
        String alike = placed("budama", "IŞIKSIZ " + street + " Kavşağı", 10);

        var byPlace = post(
                        "/kabul/benzerler",
                        Map.of("topicWords", "çukur", "subject", "Yol", "place", latitude + ", 35.48"))
                .body();
        var byWords = post("/kabul/benzerler", Map.of("subject", "ışıksız " + street + " kavşağı"))
                .body();
        var without = post("/kabul", form("benzer", Map.of("subject", "Işıksız " + street + " kavşağı")))
                .body();

        assertThat(byPlace)
                .contains(near, "Aynı konu, 111 m uzaklıkta")
                .doesNotContain(far, otherTopic, closed, "<html");
        assertThat(byWords).contains(alike, "Başlığı %100 benziyor").doesNotContain(near);
        assertThat(without).contains(alike, "<html").containsPattern("id=\"benzerler\"[^>]*autofocus");
        assertThat(post("/kabul/benzerler", Map.of("subject", "")).body()).doesNotContain("<li>");
    }

    @Test
    void aKnownApplicantIsFilledInOnceHeSaidASecondFact() throws Exception {
        var contact = "\"phone\":\"" + phone + "\",\"email\":\"ayse@ornek.example\",\"address\":\"İğde Sokağı No 5\"";
        String web = office.register("istemci", Office.application("DIJITAL", contact));
        signIn("operator");

        assertThat(filled(web, Map.of("phone", phone))).as("the number alone").isFalse();
        assertThat(filled(web, Map.of("phone", phone, "lastFour", "0147"))).isFalse();
        assertThat(filled(web, Map.of("phone", phone, "lastFour", "6"))).isFalse();
        assertThat(filled(web, Map.of("phone", phone, "address", "Başka Sokak")))
                .isFalse();
        assertThat(filled(web, Map.of("lastFour", "0146"))).as("the fact alone").isFalse();
        assertThat(looks(web)).isNotEmpty().allMatch(look -> look.startsWith("operator kabul"));
        assertThat(looks(web)).contains("operator kabul, ikinci bilgi tutmadı");

        assertThat(filled(web, Map.of("phone", phone, "lastFour", "0146"))).isTrue();
        assertThat(filled(web, Map.of("phone", phone, "address", "iğde sokağı, no: 5")))
                .isTrue();
        assertThat(filled(web, Map.of("phone", phone, "nationalId", "10000000146")))
                .isTrue();
    }

    /** A script could try ten thousand last digits quickly. */
    @Test
    void aSecondFactIsNotGuessedByTryingOneAfterTheOther() throws Exception {
        var contact = "\"phone\":\"" + phone + "\",\"email\":\"ayse@ornek.example\"";
        String web = office.register("istemci", Office.application("DIJITAL", contact));
        signIn("operator");
        for (int guess = 1; guess <= 5; guess++) {
            var said = Map.of("phone", phone, "lastFour", "200" + guess);
            assertThat(post("/kabul/kisiler", said).body()).doesNotContain("Ayşe", "istek gönderildi");
            assertThat(filled(web, said)).isFalse();
        }
        var right = Map.of("phone", phone, "lastFour", "0146");

        assertThat(post("/kabul/kisiler", right).body())
                .contains("A*** I***", "Kısa sürede çok sayıda istek gönderildi.")
                .doesNotContain("Ayşe");
        assertThat(filled(web, right)).isFalse();
        signIn("masa");
        assertThat(filled(web, right)).as("of another clerk").isFalse();
        assertThat(looks(web)).contains("operator kabul, ikinci bilgi tutmadı", "masa kabul, ikinci bilgi çok denendi");
        assertThat(filled(web, Map.of("phone", phone, "nationalId", "10000000146")))
                .as("whoever says the whole number")
                .isTrue();
    }

    private boolean filled(String number, Map<String, String> said) throws Exception {
        var page = post("/kabul", form("doldur:" + number, said)).body();
        return page.contains("value=\"Ayşe\"") && page.contains("value=\"ayse@ornek.example\"");
    }

    @Test
    void whoJustTookAnApplicationDownTakesItsApplicantOverForTheNext() throws Exception {
        String own = office.register("operator", Office.call());
        String others = office.register("istemci", Office.call());
        signIn("operator");

        var ownDesk = post("/kabul", form("doldur:" + own, Map.of())).body();

        assertThat(ownDesk).contains("value=\"10000000146\"", "value=\"Işık\"");
        assertThat(key(ownDesk)).isNotEmpty();
        assertThat(post("/kabul", form("doldur:" + others, Map.of())).body()).doesNotContain("Ayşe", "10000000146");
    }

    @Test
    void ofWhatTheClerkMayNotReadLikenessesTellNumberAndUnitAndEachLookIsLogged() throws Exception {
        String word = "Benzer" + Math.floorMod(Office.unique().hashCode(), 1_000_000);
        String web = office.register(
                "istemci", Office.application("DIJITAL").replace("Başvuru – İğde Sokağı", "Gizli söz " + word));
        signIn("operator");

        var alike =
                post("/kabul/benzerler", Map.of("subject", "gizli söz " + word)).body();

        assertThat(alike)
                .contains(web, "henüz bir birimde değil")
                .doesNotContain("Gizli söz", "Web, mobil", "benziyor");
        assertThat(looks(web)).containsExactly("operator kabul, benzerler");
    }

    @Test
    void noCallLeadsToAHiddenInformer() throws Exception {
        signIn("operator");
        String call = "C-" + Office.unique();
        var form = call("kaydet");
        form.put("kind", "IHBAR");
        form.put("identityHidden", "evet");
        var page = get("/kabul?kanal=ALO_153&tel=" + phone + "&cagri=" + call);
        form.put("key", key(page));
        var hidden = Pattern.compile("name=\"hiddenKey\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(hidden.find()).isTrue();
        form.put("hiddenKey", hidden.group(1));

        String number = number(post("/kabul", form));

        assertThat(number(post("/kabul", form))).as("sent twice").isEqualTo(number);
        String tip = Office.call("A-" + call)
                .replace("SIKAYET", "IHBAR")
                .replaceFirst("\"applicant\":\\{[^}]*}", "\"applicant\":{\"identityHidden\":true}");
        String byApi = office.register("istemci", tip);
        assertThat(office.post("istemci", "/api/v1/basvurular", tip)
                        .body()
                        .get("number")
                        .asText())
                .isEqualTo(byApi);
        assertThat(jdbc.sql("select external_reference from basvuru where number in (:numbers)")
                        .param("numbers", List.of(number, byApi))
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(reference -> assertThat(reference).doesNotContain(call));
    }

    // Who may

    @ParameterizedTest
    @ValueSource(strings = {"fen", "yonetici", "mudur", "surec", "denetci", "istemci"})
    void othersHaveNoIntakeDesk(String user) {
        assertThat(office.get(user, "/kabul").status()).isEqualTo(403);
        assertThat(office.post(user, "/kabul/kisiler", "").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "masa, BEYAZ_MASA BEYAZ_MASA_MOBIL",
        "operator, ALO_153",
        "bilgi, BILGI_EDINME",
        "halkla, BEYAZ_MASA BEYAZ_MASA_MOBIL ALO_153 BILGI_EDINME CIMER ACIK_KAPI",
        "admin, BEYAZ_MASA BEYAZ_MASA_MOBIL ALO_153 BILGI_EDINME CIMER ACIK_KAPI"
    })
    void eachDeskHasItsChannels(String user, String channels) {
        var page = office.get(user, "/kabul?kanal=ALO_153").response().body();

        assertThat(Pattern.compile("name=\"channel\" value=\"([A-Z_0-9]+)\"")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(channels);
    }

    @Test
    void aDeskRegistersAndSeesItsOwnOnly() throws Exception {
        signIn("masa");
        var foreign = call("kaydet");
        assertThat(post("/kabul", foreign).statusCode()).as("not its channel").isEqualTo(403);
        foreign.put("islem", "bilgi");
        foreign.put("information", "x");
        assertThat(post("/kabul", foreign).statusCode()).isEqualTo(403);
        String call = office.register("operator", Office.call());

        assertThat(get("/kabul/" + call).statusCode()).isEqualTo(404);
        assertThat(get("/kabul/1999-000001").statusCode()).isEqualTo(404);
        assertThat(post("/kabul", form("doldur:" + call, Map.of())).body()).doesNotContain("Ayşe");
    }

    @Test
    void aSessionWithoutItsTokenTakesNothing() throws Exception {
        signIn("operator");
        var form = call("kaydet");
        form.put("_csrf", "tahmin");

        assertThat(send("/kabul", form).statusCode()).isEqualTo(403);
    }

    @Test
    void thePagesScriptsAreOurOwn() throws Exception {
        signIn("operator");
        var page = get("/kabul").body();

        var scripts = Pattern.compile("<script[^>]* src=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(scripts).hasSize(2);
        for (var script : scripts) {
            assertThat(get(script.group(1)).statusCode()).as(script.group(1)).isEqualTo(200);
        }
        assertThat(page).contains("\"allowEval\":false").doesNotContain("hx-on", "onclick", "<script>");
    }

    // A call

    private Map<String, String> call(String action) {
        return form(
                action,
                Map.of(
                        "phone",
                        phone,
                        "nationalId",
                        "10000000146",
                        "firstName",
                        "İpek",
                        "lastName",
                        "Çığır",
                        "kind",
                        "SIKAYET",
                        "topicWords",
                        "ÇUKUR",
                        "subject",
                        "Sokağımızda çukur",
                        "text",
                        "Çukur var.",
                        "key",
                        Office.unique()));
    }

    private static Map<String, String> form(String action, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.putIfAbsent("channel", "ALO_153");
        form.put("islem", action);
        return form;
    }

    private String placed(String topic, String subject, double latitude) {
        return office.register("operator", """
                {"channel":"ALO_153","kind":"SIKAYET","topic":"%s","subject":"%s","text":"x","latitude":%s,"longitude":35.48,
                 "applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık","nationalId":"10000000146",
                 "phone":"0532 111 22 33"}}""".formatted(topic, subject, latitude));
    }

    private List<String> looks(String number) {
        return jdbc.sql("select actor, place from kisisel_veri_goruntuleme where number = :number order by id")
                .param("number", number)
                .query((row, index) -> row.getString("actor") + " " + row.getString("place"))
                .list();
    }

    private String trackingCode(String number) {
        return String.valueOf(codes.atRegistration(register.get(number)));
    }

    private int instances(String number) {
        return office.get("admin", "/engine-rest/process-instance/count?businessKey=" + number)
                .body()
                .get("count")
                .asInt();
    }

    private static String key(HttpResponse<String> page) {
        return key(page.body());
    }

    private static String key(String page) {
        var found = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String number(HttpResponse<String> saved) {
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        return saved.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }

    // A browser

    private void signIn(String user) throws Exception {
        get("/giris");
        post("/giris", Map.of("username", user, "password", "demo"));
        get("/kabul");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = new LinkedHashMap<>(fields);
        form.put(
                "_csrf",
                cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("MUHATAP-CSRF"))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElse(""));
        return send(path, form);
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws IOException, InterruptedException {
        var pairs = new ArrayList<String>();
        form.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var answer = browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs)))
                        .build(),
                BodyHandlers.ofString());
        return Office.shown(browser, answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8");
    }
}

package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Forms as a browser submits them: after a session's end, twice, and to unknown addresses. */
@HttpTest
class FormsIT {

    private static final String WORDS = "İğde Sokağı’nda çukur; “ğüşıöç” & <b>.";
    private static final String SHOWN = "İğde Sokağı’nda çukur; “ğüşıöç” &amp; &lt;b&gt;.";

    /** Parts of a page for its script, and the refusal of too many requests. */
    private static final List<String> NOT_ALWAYS_LED_ON =
            List.of("/kabul/{part}", "[/basvuru]", "/dosya/{number}/bilgi-goster");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @CsvSource({
        "halkla, /kabul, /kabul, text",
        "yonetici, /sablonlar/yeni, /sablonlar/yeni, text",
        "surec, /kurallar/birim-yonlendirme/taslak, /kurallar/birim-yonlendirme/yayin, gerekce",
        "halkla, /dosya/{n}, /dosya/{n}/not, text",
        "halkla, /dosya/{n}, /dosya/{n}/withdrawal, reason",
    })
    void whatWasTypedOutlivesItsSessionForTheSameUserOnly(String user, String page, String action, String field)
            throws Exception {
        String number = office.register("halkla", Office.call());
        page = page.replace("{n}", number);
        action = action.replace("{n}", number);
        if (user.equals("surec")) {
            office.form("surec", "/kurallar/birim-yonlendirme/taslak", "islem", "ac");
        }
        signIn(user);
        String form = get(page).body();
        forget("JSESSIONID");

        var answer = post(action, "_csrf", token(), "_kim", hidden(form, "_kim"), field, WORDS);

        assertThat(answer.statusCode()).isEqualTo(302);
        String signIn = location(answer);
        assertThat(signIn).startsWith("/giris?donus=");
        assertThat(closed(number)).isZero();
        String back = hidden(get(signIn).body(), "donus");
        assertThat(back).startsWith(page + "?form=");
        signIn("admin");
        assertThat(get(back).body()).as("another user").doesNotContain("ğüşıöç”");
        signIn(user);
        var shown = get(back).body();
        assertThat(shown).contains(SHOWN, "Oturumunuz sona erdiğinden", "<title>Hata: ", "id=\"hatalar\"");
        assertThat(get(back).body()).as("reloaded").contains(SHOWN);
    }

    /** Fragments requested while the user types also redirect to the sign-in, and back to the whole page. */
    @ParameterizedTest
    @ValueSource(strings = {"kisiler", "konular", "benzerler"})
    void aLookUpAfterTheSessionsEndLeadsToTheSignInAndBackToWhatWasTyped(String part) throws Exception {
        signIn("halkla");
        String form = get("/kabul").body();
        forget("JSESSIONID");

        var answer = lookUp(part, "_csrf", token(), "_kim", hidden(form, "_kim"), "text", WORDS, "phone", "0532");

        String signIn = answer.headers().firstValue("HX-Redirect").orElseThrow();
        assertThat(signIn).startsWith("/giris?donus=");
        String back = hidden(get(signIn).body(), "donus");
        assertThat(back).startsWith("/kabul?form=");
        signIn("halkla");
        assertThat(get(back).body()).contains(SHOWN, "value=\"0532\"", "Oturumunuz sona erdiğinden");
    }

    @Test
    void aLookUpWithAnOldTokenLeadsBackToWhatWasTyped() throws Exception {
        signIn("halkla");
        String form = get("/kabul").body();

        var answer = lookUp("konular", "_csrf", "eski", "_kim", hidden(form, "_kim"), "text", WORDS);

        String back = answer.headers().firstValue("HX-Redirect").orElseThrow();
        assertThat(back).startsWith("/kabul?form=");
        assertThat(get(back).body()).contains(SHOWN);
    }

    @Test
    void aLookUpFromNoPageOfOursLeadsToTheSignInAlone() throws Exception {
        var request = request("/kabul/konular")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "https://baska.example/kabulx")
                .POST(BodyPublishers.noBody())
                .build();

        var answer = browser.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/giris");
    }

    /** The server reads 2 MB of a form without files: a longer one has no token, which is not its actual fault. */
    @ParameterizedTest
    @ValueSource(strings = {"/basvuru", "/takip", "/giris", "/kabul", "/dosya"})
    void aFormThatIsTooLongIsRefusedAsSuch(String path) throws Exception {
        signIn("halkla");

        var answer = post(path, "_csrf", token(), "text", "x".repeat(2_200_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Gönderilenler çok büyük", "metni kısaltın");
    }

    private long closed(String number) {
        return jdbc.sql("select count(*) from basvuru where number = ? and closed_at is not null")
                .param(number)
                .query(Long.class)
                .single();
    }

    @Test
    void theTableHoldsNothingReadable() throws Exception {
        signIn("halkla");
        String form = get("/kabul").body();
        forget("JSESSIONID");
        post("/kabul", "_csrf", token(), "_kim", hidden(form, "_kim"), "text", "Sakarya Caddesi 17");

        assertThat(jdbc.sql("select content from yarim_form")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("Sakarya"));
    }

    @Test
    void aFormOfSomebodyElseIsNeitherDoneNorShown() throws Exception {
        signIn("halkla");
        String form = get("/kabul").body();
        signIn("masa");

        var answer = post(
                "/kabul",
                "_csrf",
                hidden(form, "_csrf"),
                "_kim",
                hidden(form, "_kim"),
                "text",
                WORDS,
                "islem",
                "kaydet");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("başka bir kullanıcı açtığından").doesNotContain("ğüşıöç”");
    }

    @Test
    void aCitizensFormOutlivesItsToken() throws Exception {
        String form = get("/basvuru").body();
        cookies.getCookieStore().removeAll();

        var answer = post(
                "/basvuru",
                "_csrf",
                hidden(form, "_csrf"),
                "key",
                hidden(form, "key"),
                "kind",
                "TALEP",
                "text",
                WORDS,
                "nationalId",
                "10000000146");

        assertThat(location(answer)).startsWith("/basvuru?form=");
        assertThat(get(location(answer)).body())
                .contains(SHOWN, "Oturumunuz sona erdiğinden", "value=\"10000000146\"", hidden(form, "key"));
        String address = location(answer);
        forget("MUHATAP-FORM");
        assertThat(get(address).body()).as("in another browser").doesNotContain("10000000146");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "belge.txt, true"})
    void filesAreNamedAsLostWhereThereWereSome(String fileName, boolean lost) throws Exception {
        get("/basvuru");
        String form = "--sinir\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nÇukur\r\n--sinir\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--sinir--\r\n";

        var answer = browser.send(
                request("/basvuru")
                        .header("Content-Type", "multipart/form-data; boundary=sinir")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());

        String shown = get(location(answer)).body();
        assertThat(shown).contains("Oturumunuz sona erdiğinden", "Çukur");
        assertThat(shown.contains("Ekler saklanmadı")).isEqualTo(lost);
    }

    @Test
    void aCitizensStepOutlivesItsToken() throws Exception {
        var registered = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153")))
                .body();
        get("/takip");

        var answer = post(
                "/takip/geri-cek",
                "_csrf",
                "eski",
                "number",
                registered.get("number").asText(),
                "code",
                registered.get("trackingCode").asText(),
                "words",
                WORDS);

        assertThat(location(answer)).startsWith("/takip?form=");
        assertThat(get(location(answer)).body())
                .contains(registered.get("number").asText(), SHOWN, "Oturumunuz sona erdiğinden", "open=\"open\"");
        assertThat(closed(registered.get("number").asText())).isZero();
    }

    /** Only currently possible steps are offered, with the dates of the others. */
    @Test
    void theTrackingPageOffersTheGroundsOfRecourseThatAreOpen() throws Exception {
        var registered = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("ALO_153")))
                .body();
        var owner = new String[] {
            "number",
            registered.get("number").asText(),
            "code",
            registered.get("trackingCode").asText(),
            "_csrf",
            ""
        };
        get("/takip");
        owner[5] = token();

        String before = get(location(post("/takip", owner))).body();

        assertThat(before)
                .contains("value=\"FAZLA_BELGE\"", "Süre aşımı nedeniyle müracaat, bu tarihten sonra yapılabilir.")
                .doesNotContain("value=\"SURE_ASIMI\"");

        String notYet = get(location(post("/takip/muracaat", with(owner, "ground", "SURE_ASIMI", "words", WORDS))))
                .body();
        assertThat(notYet).contains("role=\"alert\"", SHOWN).doesNotContain("İşleminiz kaydedildi");
        String wordless = get(location(post("/takip/muracaat", with(owner, "ground", "FAZLA_BELGE", "words", " "))))
                .body();
        assertThat(wordless).contains("role=\"alert\"").doesNotContain("İşleminiz kaydedildi");
        String done = get(location(
                        post("/takip/muracaat", with(owner, "ground", "FAZLA_BELGE", "words", "Ek belge istendi."))))
                .body();
        assertThat(done).contains("İşleminiz kaydedildi");
        String under = get(location(post("/takip", owner))).body();

        assertThat(under).contains("ilk müracaat yerinde incelenmektedir").doesNotContain("/takip/muracaat");
    }

    @Test
    void whatIsSentTwiceIsOneApplicationWithOneReceipt() throws Exception {
        String key = hidden(get("/basvuru").body(), "key");
        var typed = new String[] {
            "key",
            key,
            "kind",
            "TALEP",
            "subject",
            "Bank",
            "text",
            "Parka bank",
            "type",
            "GERCEK",
            "firstName",
            "Ayşe",
            "lastName",
            "Işık",
            "email",
            "ayse@ornek.example",
            "_csrf",
            token()
        };

        var first = post("/basvuru", typed);
        var second = post("/basvuru", typed);

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(location(first)).startsWith("/basvuru/alindi?form=");
        String receipt = get(location(first)).body();
        assertThat(receipt).contains("Başvurunuz alındı");
        assertThat(number(get(location(first)).body())).isEqualTo(number(receipt));
        assertThat(number(get(location(second)).body())).isEqualTo(number(receipt));
    }

    /** A browser may cache the empty form: going back submits the same key. */
    @Test
    void theEmptyFormMayBeKeptAndNothingElse() throws Exception {
        assertThat(get("/basvuru").headers().firstValue("Cache-Control").orElseThrow())
                .contains("private")
                .doesNotContain("no-store");
        assertThat(get("/takip").headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
    }

    /** Every form redirects to a page that can be reloaded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kabul",
                "/basvuru",
                "/takip",
                "/takip/geri-cek",
                "/takip/muracaat",
                "/basvurular/kaydet",
                "/toplu-islem/onizleme",
                "/toplu-islem/uygula",
                "/sablonlar/yeni",
                "/kurallar/birim-yonlendirme/yayin",
                "/dosya/{n}/not",
                "/dosya/{n}/extension",
                "/dosya/{n}/reopening",
                "/dosya/{n}/contact-correction",
                "/dosya/{n}/yazilar/kayit-bildirimi/1",
                "/demo/saat"
            })
    void noFormIsAnsweredByAPage(String action) throws Exception {
        String number = office.register("halkla", Office.call());
        office.form("admin", "/kurallar/birim-yonlendirme/taslak", "islem", "ac");
        signIn("admin");

        var answer = post(
                action.replace("{n}", number),
                "_csrf",
                token(),
                "number",
                number,
                "code",
                "X",
                "revizyon",
                "0",
                "islem",
                "kaydet",
                "by",
                "x",
                "sayi",
                "",
                "date",
                "");

        assertThat(answer.statusCode()).isEqualTo(302);
        var shown = get(location(answer));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(get(location(answer)).statusCode()).as("reloaded").isEqualTo(200);
        assertThat(shown.body()).contains("<title>Hata: ", "id=\"hatalar\" tabindex=\"-1\" autofocus");
    }

    /** Faulty query parameters are reported in the same way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/giris?error",
                "/giris?yeniden",
                "/dosya?number=abc",
                "/dosya?number=2026-999999",
                "/kurallar/hizmet-standartlari?dene=1&kanal=CIMER&gun=31.02.2026",
                "/kurallar/hizmet-standartlari?dene=1&kanal=CIMER&gun=2999-01-01"
            })
    void whatIsWrongStandsInTheTitleAndInASummaryWithTheFocus(String address) throws Exception {
        signIn("admin");

        String shown = get(address).body();

        assertThat(shown).contains("<title>Hata: ", "id=\"hatalar\" tabindex=\"-1\" autofocus");
        assertThat(shown.split(" autofocus", -1)).as("one focus").hasSize(2);
        places(shown).forEach(place -> assertThat(shown).contains("id=\"" + place + "\""));
    }

    private static Stream<String> places(String page) {
        return Pattern.compile("<li><a href=\"#([^\"]+)\">")
                .matcher(page)
                .results()
                .map(m -> m.group(1));
    }

    /** Errors are ways to their fields: each place that a summary names is there. */
    @Test
    void errorsLeadToTheirFields() throws Exception {
        get("/basvuru");
        var shown = get(location(post("/basvuru", "_csrf", token(), "key", Office.unique())));
        var places = Pattern.compile("<a href=\"#([^\"]+)\">")
                .matcher(shown.body())
                .results()
                .map(m -> m.group(1));
        assertThat(places.filter(place -> !place.equals("icerik")).toList())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(shown.body()).contains("id=\"" + place + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/yok",
                "/yok/daha",
                "/kabulx",
                "/dosya/a/b/c/d",
                "/css2/a.css",
                "/wp-login.php",
                "/kurallar/a/b/c/d"
            })
    void whatIsNotThereIsNotFoundByAnybody(String path) throws Exception {
        for (var method : List.of("GET", "POST")) {
            assertNotFound(path, method);
        }
        signIn("fen");
        assertNotFound(path, "GET");
    }

    private void assertNotFound(String path, String method) throws Exception {
        var answer = browser.send(
                request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(method).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Sayfa bulunamadı</h1>", "lang=\"tr\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/",
                "/a/%2e%2e/b",
                "/;x",
                "/a;b=c",
                "/a%00b",
                "/a//b",
                "//a",
                "/a%2fb",
                "/a%5cb",
                "/a\\b",
                "/%zz",
                "/%c0%ae",
                "/a<b>",
                "/a\"b",
                "/a{b}",
                "LONG"
            })
    void anAddressThatCannotBeReadGetsAPageOfOurs(String path) throws Exception {
        String asked = path.equals("LONG") ? "/" + "a".repeat(20_000) : path;
        String answer = raw("GET " + asked + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer.substring(0, 12)).matches("HTTP/1.1 4[0-9]{2}");
        assertThat(answer)
                .containsIgnoringCase("content-security-policy: default-src 'self'")
                .contains("lang=\"tr\"", "Başlangıç sayfasına dönün")
                .doesNotContain("Tomcat", "Apache", "HTTP Status", "Bad Request</h1>", "Whitelabel");
    }

    @ParameterizedTest
    @CsvSource({"GET,/dosya/2026-000001/not,405", "DELETE,/kabul,405", "GET,/takip/ek,405", "PUT,/,405"})
    void whatAnAddressDoesNotTakeIsSaidInTurkish(String method, String path, int status) throws Exception {
        signIn("admin");
        var answer = browser.send(
                request(path)
                        .header("X-MUHATAP-CSRF", token())
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("lang=\"tr\"", "Bu adres böyle açılamaz");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void programsAreAnsweredAProblem() {
        var answer = office.get("admin", "/api/v1/yok");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "Ayşe Işık, biçiminde yazılır",
        "123, biçiminde yazılır",
        "2026-1, biçiminde yazılır",
        "2026-999999, görebileceğiniz bir başvuru yok",
    })
    void theBoxForANumberAnswersWithASentence(String typed, String sentence) throws Exception {
        signIn("halkla");
        var page = get("/dosya?number=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(sentence, "value=\"" + typed + "\"", "aria-invalid=\"true\"", "<title>Hata: ");
    }

    /** All pages are requested by GET; POST handlers redirect. */
    @Test
    void noFormsHandlerTakesAModelToFill() {
        var answering = new ArrayList<String>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            boolean isPost = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
            if (isPost && fillsAModel(method) && NOT_ALWAYS_LED_ON.stream().noneMatch(mapping.toString()::contains)) {
                answering.add(method.getShortLogMessage());
            }
        });
        assertThat(answering).isEmpty();
    }

    private static boolean fillsAModel(HandlerMethod method) {
        return method.getBeanType().getPackageName().equals("tr.muhatap.portal")
                && List.of(method.getMethod().getParameterTypes()).contains(org.springframework.ui.Model.class);
    }

    // A browser

    private void signIn(String user) throws Exception {
        get("/giris");
        post("/giris", "_csrf", token(), "username", user, "password", "demo");
        get("/giris");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
        return browser.send(posted(request(path), namesAndValues), BodyHandlers.ofString());
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    private HttpResponse<String> lookUp(String part, String... namesAndValues) throws Exception {
        var asked = request("/kabul/" + part)
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://127.0.0.1:" + port + "/kabul?kanal=ALO_153")
                .header("Sec-Fetch-Mode", "cors");
        return browser.send(posted(asked, namesAndValues), BodyHandlers.ofString());
    }

    private static HttpRequest posted(HttpRequest.Builder request, String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8");
    }

    private void forget(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(URI.create("http://127.0.0.1:" + port), cookie));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("MUHATAP-CSRF"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String number(String page) {
        var number = Pattern.compile("20\\d\\d-\\d{6}").matcher(page);
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static String hidden(String page, String name) {
        for (var pattern : List.of("name=\"%s\" value=\"([^\"]*)\"", "value=\"([^\"]*)\" name=\"%s\"")) {
            var found = Pattern.compile(pattern.formatted(name)).matcher(page);
            if (found.find()) {
                return found.group(1).replace("&amp;", "&");
            }
        }
        throw new AssertionError("No field " + name + " in " + page);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://127\\.0\\.0\\.1:\\d+", "");
    }
}

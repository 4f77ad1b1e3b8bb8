package tr.muhatap.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Questions by link from being asked to being answered, taken back, or ended by their day. */
@HttpTest
class InquiriesIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String QUESTIONS = "[{\"type\":\"METIN\",\"text\":\"Hangi sokak?\",\"required\":true},"
            + "{\"type\":\"SAYI\",\"text\":\"Kaç metre?\"},{\"type\":\"DOSYA\",\"text\":\"Fotoğraf\"}]";

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InquirySchedule schedule;

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void aContractorAnswersInPartsAndSeesNothingElse() throws Exception {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        String token = ask("fen", number, "YUKLENICI", "\"name\":\"Yol A.Ş.\",", false);

        String page = get(token).body();
        assertThat(page)
                .contains("Hangi sokak?", "Kaç metre?", "Fotoğraf")
                .doesNotContain(number, "Ayşe", "Çukur", "cevap süresini");

        assertThat(post(token, "kaydet", Map.of("cevap-2", "kırk")).body())
                .contains("role=\"alert\"", "Sayı yazın", "value=\"kırk\"");
        assertThat(post(token, "kaydet", Map.of("cevap-2", "1.250,5")).body())
                .contains("Cevabınız alındı", "1 soruyu cevapladınız", "Hangi sokak?")
                .doesNotContain("Kaç metre?", "1250,5");
        assertThat(post(token, "tamamla", Map.of()).body()).contains("Tamamlamak için bu soruyu cevaplayın");
        var done = send(token, "tamamla", Map.of("cevap-1", "İğde Sokağı, 0532 111 22 33"), "cevap-3", "kroki.txt");
        assertThat(done.body()).contains("Bütün cevaplarınız alındı").doesNotContain("Hangi sokak?");

        var seen = office.get("halkla", API + number + "/sorular").body().get(0);
        assertThat(seen.get("state").asText()).isEqualTo("TAMAMLANDI");
        assertThat(seen.get("questions").findValuesAsText("answer"))
                .containsExactly("İğde Sokağı, 0532 111 22 33", "1250,5", "1 ek");
        assertThat(office.get("fen", "/dosya/" + number).response().body())
                .as("the unit does not see contact data")
                .contains("İğde Sokağı", "1250,5")
                .doesNotContain("0532 111 22 33");
        var files = office.get("fen", API + number + "/ekler").body();
        assertThat(files.findValuesAsText("part")).containsExactly("SORU");
        assertThat(files.findValuesAsText("uploadedBy")).containsExactly("baglanti");
        assertThat(office.get("istemci", API + number + "/ekler").body())
                .as("a contractor's papers are not the applicant's")
                .isEmpty();
        String history =
                office.get("halkla", API + number + "/history").response().body();
        assertThat(history)
                .contains("SoruSoruldu", "SoruCevaplandi", "sha256")
                .doesNotContain("Hangi sokak?", "İğde", "Yol A.Ş.");
        assertThat(office.get("denetci", API + number + "/gecmis").response().body())
                .contains("İstenen ek bilgi geldi", "2 soru cevaplandı", "bağlantıyla cevaplayan");
    }

    @Test
    void whatIsAnsweredTwiceIsThereOnceAndNothingElseReplacesIt() throws Exception {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        String token = ask("fen", number, "KURUM", "\"name\":\"Kaymakamlık\",", true);
        assertThat(get(token).body()).contains("Başvuru numarası: " + number);

        post(token, "kaydet", Map.of("cevap-1", "İğde"));
        assertThat(post(token, "kaydet", Map.of("cevap-1", "İğde")).body()).contains("Cevabınız alındı");
        assertThat(post(token, "kaydet", Map.of("cevap-1", "Ceviz", "cevap-2", "3"))
                        .body())
                .contains("1. soru bu sırada cevaplanmış");

        var questions = office.get("fen", API + number + "/sorular").body().at("/0/questions");
        assertThat(questions.get(0).get("answer").asText()).isEqualTo("İğde");
        assertThat(questions.get(1).get("answer").isNull()).as("all or nothing").isTrue();
        assertThat(office.get("halkla", API + number + "/history").body().findValuesAsText("action"))
                .filteredOn("SoruCevaplandi"::equals)
                .hasSize(1);
    }

    @Test
    void ofTwoAtOnceOneAnswers() throws Exception {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        String token = ask("fen", number, "KURUM", "\"name\":\"Kaymakamlık\",", false);
        get(token);

        var both = List.of("İğde", "Ceviz").stream()
                .map(street -> CompletableFuture.supplyAsync(() -> post(token, "tamamla", Map.of("cevap-1", street))))
                .toList();
        both.forEach(CompletableFuture::join);

        assertThat(jdbc.sql("select count(*) from soru_cevabi where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(office.get("halkla", API + number + "/history").body().findValuesAsText("action"))
                .filteredOn("SoruCevaplandi"::equals)
                .hasSize(1);
    }

    @Test
    void aLinkThatIsNoneOfOursLooksLikeEveryOther() throws Exception {
        var answers =
                List.of("", "ABC", "A".repeat(26), "%00", "%F0%9F%98%80", "x".repeat(5_000), "'%20or%201=1").stream()
                        .map(this::get)
                        .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(answers.get(0).body()).contains("Bu bağlantı geçersiz");
        });
        get("A".repeat(26));
        assertThat(post("A".repeat(26), "tamamla", Map.of("cevap-1", "x")).statusCode())
                .isIn(302, 404);
    }

    @Test
    void whatIsTakenBackEndedOrClosedIsNotAnswered() throws Exception {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        String token = ask("fen", number, "YUKLENICI", "\"name\":\"Yol A.Ş.\",", false);
        assertThat(office.post("fen", API + number + "/sorular/1/geri-al", "{}").status())
                .isEqualTo(422);
        Office.does(office.post("fen", API + number + "/sorular/1/geri-al", "{\"reason\":\"Gerek kalmadı.\"}"));
        assertThat(office.post("fen", API + number + "/sorular/1/geri-al", "{\"reason\":\"Yine\"}")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("SORU_SONUCLANMIS");
        assertThat(office.post("fen", API + number + "/sorular/9/geri-al", "{\"reason\":\"Yok\"}")
                        .status())
                .isEqualTo(404);
        assertThat(get(token).body()).contains("artık cevap verilemez").doesNotContain("Hangi sokak?");
        assertThat(post(token, "tamamla", Map.of("cevap-1", "x")).body()).contains("artık cevap verilemez");

        String ended = ask("fen", number, "YUKLENICI", "\"name\":\"Yol A.Ş.\",", false);
        jdbc.sql("update soru_istegi set last_day = :yesterday where number = :number and ordinal = 2")
                .param("yesterday", LocalDate.now(clock).minusDays(1))
                .param("number", number)
                .update();
        assertThat(get(ended).body()).as("before it is written down").contains("artık cevap verilemez");
        schedule.sweep();
        schedule.sweep();
        assertThat(office.get("fen", API + number + "/sorular").body().findValuesAsText("state"))
                .containsExactly("GERI_ALINDI", "SURESI_DOLDU");
        assertThat(office.get("halkla", API + number + "/history").body().findValuesAsText("action"))
                .containsOnlyOnce("SoruSuresiDoldu");

        String closed = ask("halkla", number, "BASVURU_SAHIBI", "", false);
        Office.does(office.post("halkla", API + number + "/withdrawal", "{}"));
        assertThat(get(closed).body()).contains("artık cevap verilemez");
        assertThat(office.post("halkla", API + number + "/sorular", body("KURUM", "\"name\":\"K\",", day(1), false))
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("SORU_KAPALI_BASVURU");
    }

    @Test
    void theApplicantIsAskedByMailRemindedAndListedAndTheLimitGoesOn() throws Exception {
        String number = office.atTheUnit(
                "BILGI_EDINME",
                Office.application("BILGI_EDINME", "\"email\":\"ayse-" + Office.unique() + "@ornek.example\""));
        var limit = LocalDate.parse(
                office.get("bilgi", API + number).body().at("/deadline/lastDay").asText());
        var asked = Office.does(office.post(
                "fen",
                API + number + "/sorular",
                body("BASVURU_SAHIBI", "", limit.plusDays(1), false).replace("ELDEN", "E_POSTA")));
        assertThat(asked.body().get("link").isNull()).as("nobody here sees it").isTrue();

        String mail = message(number, "SORU");
        assertThat(mail).doesNotContain(number, "Ayşe").contains("(soru ");
        assertThat(office.get("halkla", "/sorular").response().body()).contains(number);
        assertThat(office.get("park", "/sorular").response().body()).doesNotContain(number);
        assertThat(office.get("bilgi", "/dosya/" + number).response().body())
                .contains("cevap süresini bu tarihten önce uzatın");
        assertThat(LocalDate.parse(office.get("bilgi", API + number)
                        .body()
                        .at("/deadline/lastDay")
                        .asText()))
                .isEqualTo(limit);

        jdbc.sql("update soru_istegi set last_day = :tomorrow, asked_at = :yesterday where number = :number")
                .param("tomorrow", LocalDate.now(clock).plusDays(1))
                .param("yesterday", clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
        schedule.sweep();
        schedule.sweep();
        assertThat(message(number, "SORU_HATIRLATMA")).contains("henüz cevaplanmamıştır");
        assertThat(office.get("halkla", API + number + "/history").body().findValuesAsText("action"))
                .containsOnlyOnce("SoruHatirlatildi");
    }

    @Test
    void onTheDayItIsAskedNobodyIsReminded() {
        String number = office.atTheUnit(
                "CIMER", Office.application("CIMER", "\"email\":\"ayse-" + Office.unique() + "@ornek.example\""));
        Office.does(office.post(
                "fen",
                API + number + "/sorular",
                body("BASVURU_SAHIBI", "", day(1), false).replace("ELDEN", "E_POSTA")));

        schedule.sweep();

        assertThat(office.get("halkla", API + number + "/history").body().findValuesAsText("action"))
                .contains("SoruSoruldu")
                .doesNotContain("SoruHatirlatildi");
    }

    @Test
    void whatOthersWaitForTakesNoPlaceOnTheList() throws Exception {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        ask("fen", number, "YUKLENICI", "\"name\":\"Yol A.Ş.\",", false);
        String others = office.register("istemci", Office.call(Office.unique()));
        jdbc.sql(
                        "insert into soru_istegi (number, ordinal, addressee, way, seed, token_hash, show_number, last_day, state, "
                                + "asked_by, asked_at) select cast(:number as varchar(20)), x, 'KURUM', 'ELDEN', '-', "
                                + "'others-' || x, false, :today, 'BEKLENIYOR', 'halkla', :now from system_range(1, 1000)")
                .param("number", others)
                .param("today", LocalDate.now(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        try {
            assertThat(office.get("fen", "/sorular").response().body())
                    .contains(number)
                    .doesNotContain(others);
        } finally {
            jdbc.sql("delete from soru_istegi where number = :number")
                    .param("number", others)
                    .update();
        }
    }

    @Test
    void beyondALimitThatNobodyCanExtendNobodyIsAsked() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        var limit = LocalDate.parse(office.get("halkla", API + number)
                .body()
                .at("/deadline/lastDay")
                .asText());

        assertThat(office.post(
                                "fen",
                                API + number + "/sorular",
                                body("KURUM", "\"name\":\"K\",", limit.plusDays(1), false))
                        .body()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("lastDay");
        Office.does(office.post("fen", API + number + "/sorular", body("KURUM", "\"name\":\"K\",", limit, false)));
    }

    @Test
    void onlyWhoAnswersNowAsks() {
        String number = office.atTheUnit("ALO_153", Office.application("ALO_153"));
        String body = body("KURUM", "\"name\":\"K\",", day(1), false);

        Map.of("fen", 201, "halkla", 201, "operator", 201, "denetci", 403, "surec", 403, "park", 404, "masa", 404)
                .forEach((user, status) -> assertThat(office.post(user, API + number + "/sorular", body)
                                .status())
                        .as(user)
                        .isEqualTo(status));
        assertThat(office.get("istemci", API + number + "/sorular").status()).isEqualTo(404);
        assertThat(office.post("", API + number + "/sorular", body).status()).isEqualTo(401);
        assertThat(office.get("denetci", "/dosya/" + number + "/sorular")
                        .response()
                        .body())
                .contains("Kaymakamlık".substring(0, 1))
                .doesNotContain("Soruları gönder");
        assertThat(office.upload("halkla", number, "SORU", "x.txt", "x").status())
                .isEqualTo(422);
    }

    @Test
    void theFormShowsEveryFaultAtItsFieldAndKeepsWhatWasTyped() {
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));

        String again = office.form(
                        "fen",
                        "/dosya/" + number + "/sorular",
                        "addressee",
                        "KURUM",
                        "way",
                        "E_POSTA",
                        "lastDay",
                        day(1).toString(),
                        "soru-3-text",
                        "Hangisi?",
                        "soru-3-type",
                        "SECIM",
                        "soru-3-choices",
                        "Beton")
                .response()
                .body();

        assertThat(again)
                .contains("href=\"#name\"", "href=\"#contact\"", "href=\"#soru-3-choices\"", "value=\"Hangisi?\"")
                .contains("id=\"soru-3-choices-hata\"");
        String done = office.form(
                        "fen",
                        "/dosya/" + number + "/sorular",
                        "addressee",
                        "BASVURU_SAHIBI",
                        "way",
                        "ELDEN",
                        "lastDay",
                        day(1).toString(),
                        "soru-1-text",
                        "Nerede?",
                        "soru-1-type",
                        "METIN")
                .response()
                .body();
        assertThat(done).doesNotContain("role=\"alert\"");
        assertThat(office.get("fen", API + number + "/sorular").body()).hasSize(1);
    }

    private LocalDate day(int ahead) {
        return LocalDate.now(clock).plusDays(ahead);
    }

    private static String body(String addressee, String name, LocalDate day, boolean showNumber) {
        return "{\"addressee\":\"" + addressee + "\"," + name + "\"way\":\"ELDEN\",\"lastDay\":\"" + day
                + "\",\"showNumber\":" + showNumber + ",\"questions\":" + QUESTIONS + "}";
    }

    /** @return the secret of the link */
    private String ask(String user, String number, String addressee, String name, boolean showNumber) {
        JsonNode asked = Office.does(
                        office.post(user, API + number + "/sorular", body(addressee, name, day(2), showNumber)))
                .body();
        String link = asked.get("link").asText();
        String token = link.substring(link.indexOf("?k=") + 3);
        assertThat(token).hasSize(26);
        assertThat(jdbc.sql("select count(*) from soru_istegi where seed = :token or token_hash = :token")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
        return token;
    }

    private String message(String number, String purpose) {
        return jdbc.sql("select subject || ' ' || body from mesaj where number = :number and purpose = :purpose")
                .param("number", number)
                .param("purpose", purpose)
                .query(String.class)
                .single();
    }

    private HttpResponse<String> get(String token) {
        return sent(HttpRequest.newBuilder(at("/takip/soru?k=" + token)).GET());
    }

    private HttpResponse<String> post(String token, String button, Map<String, String> answers) {
        var fields = new LinkedHashMap<>(answers);
        fields.put("k", token);
        fields.put("islem", button);
        fields.put("_csrf", csrf());
        var form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return shown(sent(HttpRequest.newBuilder(at("/takip/soru"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))));
    }

    private HttpResponse<String> send(
            String token, String button, Map<String, String> answers, String fileField, String file) {
        var fields = new LinkedHashMap<>(answers);
        fields.put("k", token);
        fields.put("islem", button);
        fields.put("_csrf", csrf());
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--sinir\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--sinir\r\nContent-Disposition: form-data; name=\"")
                .append(fileField)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: text/plain\r\n\r\nKroki\r\n--sinir--\r\n");
        return shown(sent(HttpRequest.newBuilder(at("/takip/soru"))
                .header("Content-Type", "multipart/form-data; boundary=sinir")
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    private HttpResponse<String> shown(HttpResponse<String> answer) {
        try {
            return Office.shown(browser, answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return browser.send(request.header("Accept", "text/html,*/*;q=0.8").build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("MUHATAP-CSRF"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}

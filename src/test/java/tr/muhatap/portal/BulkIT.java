package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** Bulk operations: each task is done, or refused, like a single one. */
@HttpTest
class BulkIT {

    private static final String API = "/api/v1/basvurular/";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    // The list

    @Test
    void eachFindsTheTasksThatHeMayDoAndNobodysName() {
        String call = office.register("operator", Office.call());
        String atFen = office.atTheUnit("CIMER", Office.application("CIMER"));

        assertThat(list("halkla", "is=SEVK&kanal=ALO_153"))
                .contains(call, "Yolda çukur")
                .doesNotContain("Ayşe", "Işık");
        assertThat(list("halkla", "is=SEVK&kanal=CIMER")).doesNotContain(call);
        assertThat(list("halkla", "kanal=CIMER"))
                .as("seen in Tasklist, yet not his to do")
                .doesNotContain(atFen);
        assertThat(list("fen", "kanal=CIMER")).contains(atFen);
        assertThat(list("park", "kanal=CIMER")).doesNotContain(atFen);
        assertThat(list("admin", "birim=fen-isleri&is=CEVAP")).contains(atFen).doesNotContain(call);
        assertThat(list("admin", "birim=zabita")).doesNotContain(atFen);
    }

    @ParameterizedTest
    @CsvSource({
        "masa, 200",
        "operator, 200",
        "bilgi, 200",
        "halkla, 200",
        "fen, 200",
        "yonetici, 200",
        "mudur, 200",
        "admin, 200",
        "surec, 403",
        "denetci, 403",
        "istemci, 403"
    })
    void itIsForThoseWhoHaveTasks(String user, int status) {
        assertThat(office.get(user, "/toplu-islem").status()).isEqualTo(status);
        assertThat(post(user, "onizleme", "").statusCode()).isEqualTo(status);
        assertThat(post(user, "uygula", "").statusCode()).isEqualTo(status);
    }

    @Test
    void whoeverHasNotSignedInIsAskedTo() {
        var answer = office.get("", "/toplu-islem").response();

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/giris");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onizleme", "uygula"})
    void whatIsMissingIsNamed(String step) {
        assertThat(post("halkla", step, "").body()).contains("En az bir görev seçin.", "Yapılacak işlemi seçin.");
        assertThat(post("halkla", step, "islem=SEVK&hedef=ay&satir=x/y").body()).contains("“ay” kodlu bir birim yok.");
        assertThat(post("halkla", step, "islem=SEVK&satir=x").body()).contains("Seçilen görev okunamadı");
        String many = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> "satir=" + i + "/2026-000001")
                .collect(Collectors.joining("&"));
        assertThat(post("halkla", step, "islem=SEVK&" + many).body())
                .contains("Tek seferde en çok 100 görev seçilebilir.");
    }

    // Routing

    @Test
    void manyAreRoutedEachToItsProposedUnitAfterAPreviewThatChangesNothing() {
        // What other tests routed may have been learned at night
        jdbc.sql("delete from birim_onerisi_modeli").update();
        String first = office.register("operator", Office.call());
        String second = office.register("operator", Office.call());
        String without = office.register("istemci", Office.application("DIJITAL"));
        Office.does(office.complete("halkla", without, "On_Inceleme", "onInceleme", "KABUL"));

        String preview = post("halkla", "onizleme", "islem=SEVK&" + rows("Birime_Sevk", first, second, without))
                .body();

        assertThat(preview).contains("3 görevden 2 tanesi yapılabilir, 1 tanesi yapılamaz");
        assertThat(preview)
                .contains("Sevk edilecek birim: Yol Yapım ve Bakım", "konusuna Yol Yapım ve Bakım birimi bakar");
        assertThat(preview).contains("Konusu için önerilen bir birim yok");
        assertThat(status(first)).isEqualTo("SEVK_BEKLIYOR");
        assertThat(history(first)).doesNotContain("SevkEdildi");
        assertThat(assignee(first, "Birime_Sevk")).isNull();

        String result = post(
                        "halkla",
                        "uygula",
                        "islem=SEVK&gerekce=" + encoded("Ekip sizde; ğüşıöç.") + "&"
                                + rows("Birime_Sevk", first, second, without))
                .body();

        assertThat(result).contains("2 görev yapıldı, 1 görev reddedildi", "Sevk edildi: Yol Yapım ve Bakım");
        assertThat(status(first)).isEqualTo("BIRIMDE");
        assertThat(status(without)).isEqualTo("SEVK_BEKLIYOR");
        var routed = office.get("halkla", API + first + "/history").body();
        assertThat(routed)
                .filteredOn(entry -> "SevkEdildi".equals(entry.get("action").asText()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("actor").asText()).isEqualTo("halkla");
                    assertThat(entry.at("/detail/reason").asText()).isEqualTo("Ekip sizde; ğüşıöç.");
                });
        assertThat(office.get("halkla", API + without + "/dosya")
                        .body()
                        .get("reason")
                        .isNull())
                .as("nothing of a refused one is kept")
                .isTrue();
    }

    @Test
    void oneUnitIsChosenForAllAndWhatWasPreviewedIsDone() {
        String number = office.register("operator", Office.call());
        String row = rows("Birime_Sevk", number);

        String preview =
                post("halkla", "onizleme", "islem=SEVK&hedef=zabita&" + row).body();
        assertThat(preview).contains("Sevk edilecek birim: Zabıta", encodedRow(row) + "/zabita\"");

        post("halkla", "uygula", "islem=SEVK&" + row + "/zabita");
        assertThat(office.get("halkla", API + number).body().get("unit").asText())
                .isEqualTo("zabita");
    }

    @Test
    void aReasonThatIsTooLongIsRefused() {
        String number = office.register("operator", Office.call());

        String result = post(
                        "halkla",
                        "uygula",
                        "islem=SEVK&gerekce=" + "x".repeat(2001) + "&" + rows("Birime_Sevk", number))
                .body();

        assertThat(result).contains("Not en çok 2000 karakter olabilir.");
        assertThat(status(number)).isEqualTo("SEVK_BEKLIYOR");
    }

    // Approving

    @Test
    void whoeverApprovesManySeesEachAnswerBefore() {
        String first = office.answered("CIMER", Office.application("CIMER"));
        String second = office.answered("DIJITAL", Office.application("DIJITAL"));
        String rows = "islem=ONAYLA&" + rows("Cevap_Onayi", first, second);

        assertThat(post("halkla", "onizleme", rows).body())
                .contains("Sonuç: Olumlu", "Çukur kapatıldı; ğüşıöç ĞÜŞİÖÇ.", "2 görevden 2 tanesi yapılabilir")
                .doesNotContain("Ayşe");
        assertThat(status(first)).isEqualTo("ONAYDA");

        assertThat(post("halkla", "uygula", rows).body()).contains("2 görev yapıldı.");
        office.moveClock("PT0S");
        assertThat(status(first)).isEqualTo("KAPANDI");
        assertThat(status(second)).isEqualTo("KAPANDI");
    }

    /** Submitted before gaps were looked for: the preview says so already. */
    @Test
    void anAnswerWithAGapIsNotApprovedAmongMany() {
        String number = office.answered("CIMER", Office.application("CIMER"));
        String whole = office.answered("CIMER", Office.application("CIMER"));
        jdbc.sql("update basvuru set answer_text = 'Çukur {tarih?} tarihinde onarıldı.' where number = :number")
                .param("number", number)
                .update();
        String rows = "islem=ONAYLA&" + rows("Cevap_Onayi", number, whole);

        assertThat(post("halkla", "onizleme", rows).body())
                .contains("2 görevden 1 tanesi yapılabilir", "doldurulmamış yer var: “{tarih?}”");
        assertThat(post("halkla", "uygula", rows).body()).contains("1 görev yapıldı, 1 görev reddedildi", "{tarih?}");

        assertThat(status(number)).isEqualTo("ONAYDA");
    }

    @Test
    void aTaskOfOthersIsRefusedAndTheRestIsDone() {
        String foreign = office.atTheUnit("CIMER", Office.application("CIMER"));
        String own = office.answered("CIMER", Office.application("CIMER"));
        String rows = Stream.of(rows("Cevap_Hazirlama", foreign), rows("Cevap_Onayi", own))
                .collect(Collectors.joining("&"));

        String result = post("halkla", "uygula", "islem=ONAYLA&" + rows).body();

        assertThat(result)
                .contains("1 görev yapıldı, 1 görev reddedildi", "Görev “Cevap hazırlama” aşamasında olduğundan");
        assertThat(status(foreign)).isEqualTo("BIRIMDE");
        assertThat(post("yonetici", "uygula", "islem=ATA&" + rows("Cevap_Hazirlama", foreign))
                        .body())
                .as("seen, not done")
                .contains("Bu görev size veya grubunuza verilmemiş.");
        assertThat(post("park", "uygula", "islem=ATA&" + rows("Cevap_Hazirlama", foreign))
                        .body())
                .contains("Böyle bir görev yok veya size açık değil.")
                .doesNotContain("CİMER");
        assertThat(assignee(foreign, "Cevap_Hazirlama")).isNull();
    }

    @Test
    void whatACitizenWithdrewMeanwhileSaysSo() {
        String number = office.answered("CIMER", Office.application("CIMER"));
        String row = rows("Cevap_Onayi", number);
        Office.does(office.post("halkla", API + number + "/withdrawal", "{\"reason\":\"Vazgeçti\"}"));

        String result = post("halkla", "uygula", "islem=ONAYLA&" + row).body();

        assertThat(result)
                .contains(
                        "1 görev zaten kapanmıştı",
                        "Bu görev artık açık değil. Son işlem: Başvuru kapandı, Çağrı Ünlüsoy (halkla), ");
    }

    @Test
    void sentTwiceItIsDoneOnce() {
        String number = office.answered("ACIK_KAPI", Office.application("ACIK_KAPI"));
        String rows = "islem=ONAYLA&" + rows("Cevap_Onayi", number);

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> post("halkla", "uygula", rows).body()))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .filteredOn(page -> page.contains("1 görev yapıldı."))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(page -> page.contains("0 görev yapıldı, 1 görev"))
                .hasSize(2);
        assertThat(post("halkla", "uygula", rows).body())
                .contains("Son işlem: Cevap onaylandı, Çağrı Ünlüsoy (halkla), ");
        assertThat(history(number)).containsOnlyOnce("Onaylandi");
    }

    @Test
    void whatSomebodyElseHasIsNotDoneUnderHisHands() {
        String number = office.answered("CIMER", Office.application("CIMER"));
        String task = office.task(number, "Cevap_Onayi");
        Office.does(office.post("admin", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"admin\"}"));

        assertThat(post("halkla", "uygula", "islem=ONAYLA&" + rows("Cevap_Onayi", number))
                        .body())
                .contains("Görevi başka bir kullanıcı üstlendiğinden");
        assertThat(status(number)).isEqualTo("ONAYDA");
    }

    // Assigning

    @Test
    void whoeverMayDoATaskTakesItOrGivesItToAColleague() {
        String colleague = colleagueOfFen();
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        String row = rows("Cevap_Hazirlama", number);
        assertThat(list("fen", "is=CEVAP")).contains("value=\"" + colleague + "\"");

        assertThat(post("fen", "uygula", "islem=ATA&" + row).body()).contains("Verildi: fen");
        assertThat(assignee(number, "Cevap_Hazirlama")).isEqualTo("fen");
        assertThat(history(number)).as("no more than a claim").doesNotContain("IsVerildi");

        assertThat(post("fen", "onizleme", "islem=ATA&kime=" + colleague + "&" + row)
                        .body())
                .contains("Verilecek görevli: " + colleague + " (önce fen)");
        assertThat(assignee(number, "Cevap_Hazirlama")).isEqualTo("fen");
        assertThat(post("fen", "uygula", "islem=ATA&kime=" + colleague + "&" + row)
                        .body())
                .contains("Verildi: " + colleague + " (önce fen)");
        assertThat(assignee(number, "Cevap_Hazirlama")).isEqualTo(colleague);
        assertThat(office.get("halkla", API + number + "/gecmis").response().body())
                .contains("Cevap hazırlama: " + colleague + " · önce fen");

        assertThat(post("fen", "uygula", "islem=ATA&kime=" + colleague + "&" + row)
                        .body())
                .contains("Görev zaten " + colleague + " kullanıcısı tarafından üstlenilmiş.");
        assertThat(post("fen", "uygula", "islem=ATA&kime=park&" + row).body())
                .contains("“park” görevin verildiği grupta olmadığından");
        assertThat(post("fen", "uygula", "islem=ATA&kime=denetci&" + row).body())
                .contains("“denetci” görevin verildiği grupta olmadığından");
        assertThat(assignee(number, "Cevap_Hazirlama")).isEqualTo(colleague);
        Office.does(office.delete("admin", "/engine-rest/user/" + colleague));
    }

    // Urging

    @Test
    void aManagerUrgesManyAtOnceWithAReason() {
        String first = late();
        String second = late();
        String rows = "islem=UYAR&" + rows("Yonetici_Mudahalesi", first, second);
        assertThat(list("yonetici", "is=MUDAHALE&kanal=CIMER")).contains(first, second, "süresi geçti");

        assertThat(post("yonetici", "onizleme", rows).body()).contains("2 görevden 2 tanesi yapılabilir");
        assertThat(history(first)).doesNotContain("BirimUyarildi");
        assertThat(post("yonetici", "uygula", rows + "&gerekce=Bug%C3%BCn").body())
                .contains("2 görev yapıldı.");

        assertThat(history(first)).containsOnlyOnce("BirimUyarildi");
        assertThat(office.get("halkla", API + second + "/gecmis").response().body())
                .contains("“Bugün”");
        assertThat(post("halkla", "uygula", rows).body())
                .contains("Son işlem: Yönetici birimi uyardı, Nurgül Işıkçı (yonetici), ");
    }

    /** Delivered so late that its limit has passed. */
    private String late() {
        String longAgo = OffsetDateTime.now(ZoneOffset.ofHours(3)).minusDays(40).toString();
        String number = office.register(
                "istemci", Office.application("CIMER").replaceFirst("\\{", "{\"receivedAt\":\"" + longAgo + "\","));
        office.moveClock("PT0S");
        return number;
    }

    private String colleagueOfFen() {
        String name = "is-arkadasi-" + Office.unique().substring(0, 8);
        Office.does(office.post(
                "admin",
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"%s\"},\"credentials\":{\"password\":\"Ferahfeza-1453-Deniz\"}}"
                        .formatted(name)));
        Office.does(office.put("admin", "/engine-rest/group/birim-fen-isleri/members/" + name, "{}"));
        return name;
    }

    // What stands where

    private String status(String number) {
        return office.get("halkla", API + number).body().get("status").asText();
    }

    private List<String> history(String number) {
        return office.get("halkla", API + number + "/history").body().findValuesAsText("action");
    }

    private String assignee(String number, String element) {
        return office.get("admin", "/engine-rest/task/" + office.task(number, element))
                .body()
                .get("assignee")
                .textValue();
    }

    // The pages

    /** All pages of a list in one. */
    private String list(String user, String query) {
        var all = new StringBuilder();
        String page;
        int at = 0;
        do {
            page = office.get(user, "/toplu-islem?sayfa=" + at++ + "&" + query)
                    .response()
                    .body();
            all.append(page);
        } while (page.contains("Sonraki sayfa"));
        return all.toString();
    }

    private String rows(String element, String... numbers) {
        return Stream.of(numbers)
                .map(number -> "satir=" + office.task(number, element) + "/" + number)
                .collect(Collectors.joining("&"));
    }

    private static String encodedRow(String row) {
        return row.substring("satir=".length());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String user, String step, String form) {
        var credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/toplu-islem/" + step))
                .header("Authorization", "Basic " + credentials)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var answer = browser.send(request, BodyHandlers.ofString());
            String shown = answer.headers().firstValue("Location").orElse("");
            return shown.contains("?form=")
                    ? office.get(user, answer.uri().resolve(shown).toString().replaceFirst("^http://[^/]+", ""))
                            .response()
                    : answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

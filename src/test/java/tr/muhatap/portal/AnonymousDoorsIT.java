package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** Input of anonymous users: what is accepted, and how it is stored. */
@HttpTest
class AnonymousDoorsIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String BOUNDARY = "sinir-7f3a";
    private static final byte[] PDF = "%PDF-1.7\nğüşıöç".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PROGRAM = "MZ\u0000\u0001".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void aFileThatIsTooLargeGetsOurPageWithTheTextKept() {
        var large = new byte[(10 << 20) + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        var answer = send("/basvuru", form(), "büyük.pdf", large);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("10 MB", "büyük.pdf", "Çukur – İğde Sokağı", "Yolda çukur var.");
    }

    @Test
    void aFileWhoseNameIsAsLongAsAFileSystemAllowsIsTaken() {
        var answer = send("/basvuru", form(), "ğ".repeat(251) + ".pdf", PDF);

        assertThat(answer.body()).containsPattern("\\d{4}-\\d{6}").doesNotContain("name=\"subject\"");
    }

    @Test
    void anApplicationAndItsFilesAreTakenTogetherOrNotAtAll() {
        var fields = form();

        assertThat(send("/basvuru", fields, "virus.exe", PROGRAM).body()).contains("türlerden değil");
        assertThat(countOf(fields.getOrDefault("key", ""))).isZero();
        send("/basvuru", fields, "belge.pdf", PDF);
        send("/basvuru", fields, "belge.pdf", PDF);
        assertThat(countOf(fields.getOrDefault("key", ""))).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from ek where number = (select number from basvuru where "
                                + "external_reference = :key)")
                        .param("key", fields.getOrDefault("key", ""))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCompletionWhoseFileIsRefusedCanBeSentAgain() {
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        Office.does(office.put(
                "halkla",
                API + number + "/gerekce",
                "{\"text\":\"İmza yok.\",\"decision\":\"EKSIK\",\"target\":\"\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "EKSIK"));
        var fields = new LinkedHashMap<>(Map.of(
                "number",
                number,
                "code",
                registered.get("trackingCode").asText(),
                "words",
                "İmzalı dilekçem ektedir."));

        var stranger = new LinkedHashMap<>(fields);
        stranger.put("code", "YANLISKODUM");
        assertThat(send("/takip/tamamla", stranger, "virus.exe", PROGRAM).body())
                .as("the right to write comes before the look at the file")
                .doesNotContain("türlerden değil");
        assertThat(send("/takip/tamamla", fields, "virus.exe", PROGRAM).body())
                .contains("türlerden değil", "İmzalı dilekçem ektedir.");
        assertThat(status(number)).isEqualTo("EKSIK_BEKLIYOR");
        assertThat(send("/takip/tamamla", fields, "dilekçe.pdf", PDF).body()).contains("İşleminiz kaydedildi");
        assertThat(status(number)).isEqualTo("ON_INCELEMEDE");
        assertThat(send("/takip/tamamla", fields, "virus.exe", PROGRAM).body())
                .as("nothing is waited for any more")
                .doesNotContain("türlerden değil");
    }

    @Test
    void completionsHaveALimitTogetherThatIsNamed() {
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        String completion = "{\"number\":\"%s\",\"code\":\"%s\",\"text\":\"%s\"}"
                .formatted(number, registered.get("trackingCode").asText(), "x".repeat(3_900));
        jdbc.sql("update basvuru set text = :text where number = :number")
                .param("text", "y".repeat(36_200))
                .param("number", number)
                .update();
        Office.does(office.put(
                "halkla",
                API + number + "/gerekce",
                "{\"text\":\"İmza yok.\",\"decision\":\"EKSIK\",\"target\":\"\"}"));
        Office.does(office.complete("halkla", number, "On_Inceleme", "onInceleme", "EKSIK"));

        var refused = office.post("", "/api/v1/takip/completion", completion);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asText()).contains("40.000 karakter", "karakter daha eklenebilir");
        assertThat(status(number)).isEqualTo("EKSIK_BEKLIYOR");
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, https://kotu.example",
        "lastName, Işık www.kotu.example",
        "address, ayse@kotu.example",
        "address, Cumhuriyet Mah. kotu.com/odeme"
    })
    void aLinkInANameIsRefusedAndTheFieldNamed(String field, String value) {
        String json = Office.application("CIMER", "\"phone\":\"0532 111 22 33\",\"address\":\"Cumhuriyet Mah. 5/3\"")
                .replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");

        var answer = office.post("istemci", "/api/v1/basvurular", json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("applicant." + field);
        assertThat(answer.body().at("/errors/0/message").asText()).contains("internet adresi");
    }

    @Test
    void aCorrectedAddressCarriesNoLinkEither() {
        String number = office.register("istemci", Office.application("CIMER"));

        var answer =
                office.post("halkla", API + number + "/contact-correction", "{\"address\":\"Mah. kotu.com/odeme\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("address");
    }

    @Test
    void aCompanyMayBeCalledLikeItsPage() {
        String json = """
                {"channel":"CIMER","kind":"SIKAYET","subject":"Konu","text":"Metin","applicant":{"type":"TUZEL",
                 "title":"Örnek.com A.Ş.","phone":"0532 111 22 33"}}""";

        assertThat(office.post("istemci", "/api/v1/basvurular", json).status()).isEqualTo(201);
    }

    @Test
    void wordsAreKeptComposedWhateverTheyCameAs() {
        String json =
                Office.application("CIMER").replace("Ayşe", Normalizer.normalize("Şükrü Âdem", Normalizer.Form.NFD));
        String number = office.register("istemci", json);
        var fields = form();
        fields.put("firstName", Normalizer.normalize("Çiğdem", Normalizer.Form.NFD));
        send("/basvuru", fields, "ç.pdf", PDF);

        assertThat(firstName("number", number)).isEqualTo("Şükrü Âdem");
        assertThat(firstName("external_reference", fields.getOrDefault("key", "")))
                .isEqualTo("Çiğdem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", "\\u00a0\\u200d", "\\u3164", "\\ufeff\\u2060"})
    void aTextOfWhichNothingIsSeenIsEmpty(String unseen) {
        String json = Office.application("CIMER").replace("ğüşıöç ĞÜŞİÖÇ", unseen);

        var answer = office.post("istemci", "/api/v1/basvurular", json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 000 001 46", "100-000-001-46", "100\u00a0000\u00a0001\u00a046"})
    void anIdentityNumberIsTakenInGroups(String typed) {
        String number = office.register("istemci", Office.application("CIMER").replace("10000000146", typed));

        assertThat(jdbc.sql("select applicant_national_id from basvuru where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("10000000146");
    }

    @Test
    void anApplicationIsFoundHoweverItsNumberIsTyped() {
        var registered = office.post("istemci", "/api/v1/basvurular", Office.application("CIMER"))
                .body();
        String number = registered.get("number").asText();
        String code = registered.get("trackingCode").asText();

        for (var typed : new String[] {number.replace("-", " – "), number.replace("-", ""), "\u00a0" + number}) {
            assertThat(office.form("halkla", "/takip", "number", typed, "code", code)
                            .response()
                            .body())
                    .as(typed)
                    .contains("Başvuru – İğde Sokağı");
        }
    }

    @Test
    void aFeeIsTypedTheTurkishWay() {
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        String page = "/dosya/" + number + "/fee";

        for (var wrong : new String[] {"1e3", "1,250.50", "1.25.0", "+5", "١٢", "125.50"}) {
            assertThat(office.form("bilgi", page, "amount", wrong, "pages", "40")
                            .response()
                            .body())
                    .as(wrong)
                    .contains("1.250,50");
        }
        assertThat(office.form("bilgi", page, "amount", "1.250,50", "pages", "40")
                        .status())
                .isEqualTo(302);
        assertThat(office.get("bilgi", API + number + "/history").response().body())
                .contains("\"amount\":1250.5");
    }

    private Map<String, String> form() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", Office.unique());
        fields.put("type", "GERCEK");
        fields.put("kind", "SIKAYET");
        fields.put("subject", "Çukur – İğde Sokağı");
        fields.put("text", "Yolda çukur var.");
        fields.put("firstName", "Ayşe");
        fields.put("lastName", "Işık");
        fields.put("phone", "0532 111 22 33");
        return fields;
    }

    private int countOf(String key) {
        return jdbc.sql("select count(*) from basvuru where external_reference = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private String firstName(String column, String value) {
        return jdbc.sql("select applicant_first_name from basvuru where " + column + " = :value")
                .param("value", value)
                .query(String.class)
                .single();
    }

    private String status(String number) {
        return office.get("halkla", API + number).body().get("status").asText();
    }

    /** Requests with credentials need no CSRF token. */
    private HttpResponse<String> send(String path, Map<String, String> fields, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("halkla:demo".getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            String shown = answer.headers().firstValue("Location").orElse("");
            return shown.contains("?form=")
                    ? office.get(
                                    "halkla",
                                    answer.uri().resolve(shown).toString().replaceFirst("^http://[^/]+", ""))
                            .response()
                    : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Petitions and what other bodies pass on are taken in at the desk, with scanned files, all or nothing. */
@HttpTest
class PaperDeskIT {

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;
    private String subject;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        subject = "Dilekçe " + Office.unique();
    }

    private String[] petition(String... further) {
        var fields = new java.util.ArrayList<>(
                List.of("islem", "kaydet", "channel", "BILGI_EDINME", "key", Office.unique(), "kind", "BILGI_ISTEMI"));
        fields.addAll(List.of("firstName", "Ayşe", "lastName", "Örnek", "nationalId", "10000000146"));
        fields.addAll(List.of("address", "Örnek Mah. 1", "subject", subject, "text", "Bütçe bilgisi istiyorum."));
        fields.addAll(List.of(further));
        return fields.toArray(String[]::new);
    }

    private static String number(HttpResponse<String> saved) {
        String page = saved.headers().firstValue("Location").orElse("");
        assertThat(page).as(saved.body()).contains("/kabul/").doesNotContain("form=");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private long stored() {
        return jdbc.sql("select count(*) from basvuru where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    @Test
    void theInformationDeskRegistersAPetitionAndPrintsItsReceipt() {
        assertThat(office.get("bilgi", "/kabul").response().body()).contains("Nasıl geldi", "İleten kurum");

        String number = number(
                office.form("bilgi", "/kabul", petition("submission", "YAZILI")).response());

        var row = jdbc.sql("select channel, submission from basvuru where number = :number")
                .param("number", number)
                .query()
                .singleRow();
        assertThat(row).containsEntry("channel", "BILGI_EDINME").containsEntry("submission", "YAZILI");
        assertThat(office.get("bilgi", "/kabul/" + number).response().body())
                .contains("Bilgi Edinme Birimi", "Kayıt zamanı", "Kaydeden", number, "karekod");
    }

    @Test
    void whatAnotherBodyPassesOnNamesThatBody() {
        var refused = office.form("bilgi", "/kabul", petition("submission", "KURUM"));
        assertThat(refused.response().body()).contains("Başvuru kaydedilmedi");
        assertThat(stored()).isZero();

        String number = number(
                office.form("bilgi", "/kabul", petition("submission", "KURUM", "forwardedBy", "Kayseri Valiliği"))
                        .response());

        assertThat(jdbc.sql("select forwarded_by from basvuru where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("Kayseri Valiliği");
    }

    @Test
    void whatCameBeforeTodayKeepsItsDay() {
        String number =
                number(office.form("bilgi", "/kabul", petition("submission", "YAZILI", "receivedOn", "2026-01-05"))
                        .response());

        assertThat(jdbc.sql("select received_at < timestamp with time zone '2026-01-06 00:00:00+03' from basvuru "
                                + "where number = :number")
                        .param("number", number)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01", "dün", "2026-02-30", "\u0000", "99999999999"})
    void aDayThatCannotBeIsNamed(String day) {
        var answer = office.form("bilgi", "/kabul", petition("submission", "YAZILI", "receivedOn", day));

        assertThat(answer.status()).isLessThan(500);
        assertThat(stored()).isZero();
    }

    @Test
    void theSourcesNumberStandsForAnItemOfCimerAndComesOnce() {
        String source = "C" + Office.unique();
        String[] item = {
            "islem",
            "kaydet",
            "channel",
            "CIMER",
            "sourceNumber",
            source,
            "key",
            Office.unique(),
            "kind",
            "SIKAYET",
            "firstName",
            "Ayşe",
            "lastName",
            "Örnek",
            "subject",
            subject,
            "text",
            "Çukur"
        };
        assertThat(office.get("halkla", "/kabul").response().body()).contains("Kaynaktaki başvuru numarası");

        number(office.form("halkla", "/kabul", item).response());
        item[15] = subject;
        item[item.length - 1] = "Başka bir metin";
        assertThat(office.form("halkla", "/kabul", item).status()).isLessThan(500);

        assertThat(jdbc.sql("select count(*) from basvuru where external_reference = :source")
                        .param("source", source)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void deskAndPhoneSeeNothingOfIt() {
        assertThat(office.get("operator", "/kabul").response().body())
                .doesNotContain("Nasıl geldi", "Kaynaktaki başvuru numarası");
        assertThat(office.get("fen", "/kabul").status()).isEqualTo(403);
    }

    @Test
    void whoPassedItOnIsKeptShownAndCounted() {
        String[] call = {
            "islem",
            "kaydet",
            "channel",
            "ALO_153",
            "key",
            Office.unique(),
            "kind",
            "SIKAYET",
            "phone",
            "05321112233",
            "firstName",
            "Ayşe",
            "lastName",
            "Örnek",
            "nationalId",
            "10000000146",
            "subject",
            subject,
            "text",
            "Çukur",
            "passedOnBy",
            "MUHTAR"
        };
        String number = number(office.form("operator", "/kabul", call).response());

        assertThat(office.get("operator", "/dosya/" + number).response().body()).contains("Başvuruyu ileten", "Muhtar");
        assertThat(office.get("yonetici", "/raporlar/faaliyet").response().body())
                .contains("Başvuru sahibi adına iletilenler", "Belediye meclisi üyesi");
        var unknown = office.post(
                "istemci",
                "/api/v1/basvurular",
                Office.call("p" + Office.unique()).replace("\"kind\"", "\"passedOnBy\":\"KOMSU\",\"kind\""));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().toString()).contains("passedOnBy");
    }

    @Test
    void scannedFilesComeAlongOrNothingDoes() throws Exception {
        assertThat(upload("dilekçe.txt", "Dilekçe", petition("submission", "YAZILI")))
                .satisfies(saved -> assertThat(office.get("bilgi", "/api/v1/basvurular/" + number(saved) + "/ekler")
                                .body()
                                .toString())
                        .contains("dilek"));
        assertThat(stored()).isOne();

        subject = "Dilekçe " + Office.unique();
        assertThat(upload("kötü.exe", "MZ\u0000\u0001", petition("submission", "YAZILI"))
                        .statusCode())
                .isLessThan(500);
        assertThat(upload(
                                "dilekçe.txt",
                                "Dilekçe",
                                petition("submission", "YAZILI", "islem", "bilgi", "information", "x"))
                        .statusCode())
                .isLessThan(500);
        assertThat(stored()).isZero();
    }

    @Test
    void aFileThatComesWithTheSecondSubmitIsAddedOnce() throws Exception {
        var petition = petition("submission", "YAZILI");
        String number = number(office.form("bilgi", "/kabul", petition).response());

        for (int time = 0; time < 2; time++) {
            assertThat(number(upload("dilekçe.txt", "Dilekçe", petition))).isEqualTo(number);
        }

        assertThat(office.get("bilgi", "/api/v1/basvurular/" + number + "/ekler")
                        .body())
                .hasSize(1);
    }

    private HttpResponse<String> upload(String name, String content, String... fields) throws Exception {
        var body = new StringBuilder();
        var seen = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            seen.put(fields[i], fields[i + 1]);
        }
        seen.forEach((field, value) -> body.append("--sinir\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--sinir\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n--sinir--\r\n");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/kabul"))
                                .header("Content-Type", "multipart/form-data; boundary=sinir")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("bilgi:demo".getBytes(StandardCharsets.UTF_8)))
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString());
    }
}

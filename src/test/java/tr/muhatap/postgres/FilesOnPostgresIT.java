package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.channel.Channel;

/** Features with SQL of their own: files, letters, metrics of lists and diagrams, rules. */
@PostgresTest
class FilesOnPostgresIT {

    private static final String FILE = "%PDF-1.7 ğüşıöç";

    @LocalServerPort
    int port;

    ProductionOffice office;

    @BeforeEach
    void openOffice() {
        office = new ProductionOffice(port);
    }

    @Test
    void aFileGoesInAndComesOut() throws Exception {
        var number = office.register(Applications.on("CIMER"));
        var path = "/api/v1/basvurular/" + number + "/ekler";
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"İğde.pdf\"\r\n\r\n" + FILE
                + "\r\n--x--\r\n";

        var added = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                (ProductionOffice.SYSTEM + ":" + Personnel.PASSWORD)
                                                                        .getBytes(StandardCharsets.UTF_8)))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        var id = office.get("cagri", path).body().get(0).get("id").asText();
        assertThat(office.get("cagri", path + "/" + id).response().body()).isEqualTo(FILE);
    }

    @Test
    void aLetterIsDrawnForThoseWhoWriteIt() {
        var number = office.register(Applications.on("CIMER"));

        assertThat(office.get("cagri", "/dosya/" + number + "/yazilar/kayit-bildirimi/1")
                        .header("Content-Type"))
                .isEqualTo("application/pdf");
        assertThat(office.get("ugur", "/dosya/" + number + "/yazilar").status()).isEqualTo(404);
    }

    @Test
    void listsAndDiagramsHaveTheirFigures() {
        var number = office.register(Applications.on("CIMER"));
        office.complete("cagri", number, "On_Inceleme", "onInceleme", "KABUL");
        var definition = office.get("idris", "/engine-rest/process-definition/key/cimer")
                .body()
                .get("id")
                .asText();

        assertThat(office.get("cagri", "/api/v1/gorev-kartlari?number=" + number)
                        .body()
                        .get(0)
                        .get("remaining")
                        .asText())
                .endsWith("kaldı");
        assertThat(office.get("cagri", "/api/v1/kanal-durumu").body()).hasSize(Channel.values().length);
        assertThat(office.get("idris", "/api/v1/surec-tanimlari/" + definition + "/isi-haritasi")
                        .body()
                        .findValuesAsText("element"))
                .contains("On_Inceleme");
    }

    @Test
    void tablesAreDraftedComparedAndPublished() {
        var number = office.register(Applications.on("CIMER"));
        var units = "/kurallar/birim-yonlendirme";
        office.form("idris", units + "/taslak", Map.of("islem", "ac"));
        var row = Map.of(
                "revizyon", "1", "metin", "yol, çukur, başvuru", "birim", "zabita", "gerekce", "İğde", "sira", "1");
        assertThat(office.form("idris", units + "/taslak/yeni", row).status()).isEqualTo(302);
        office.form("idris", "/kurallar/hizmet-standartlari/taslak", Map.of("islem", "ac"));

        assertThat(office.get("idris", units + "/karsilastirma").response().body())
                .contains("Son 30 günde kaydedilen", number);
        assertThat(office.get("idris", "/kurallar/hizmet-standartlari/karsilastirma")
                        .response()
                        .body())
                .contains("0 tanesi");
        assertThat(office.form("idris", units + "/yayin", Map.of("revizyon", "2", "gerekce", "Deneme – İğde"))
                        .status())
                .isEqualTo(302);
        assertThat(office.get("gorkem", units).response().body()).contains("2. sürüm · idris", "Deneme – İğde");

        office.form("idris", units + "/taslak", Map.of("islem", "programdan"));
        assertThat(office.form("idris", units + "/yayin", Map.of("revizyon", "1", "gerekce", "Deneme bitti"))
                        .status())
                .isEqualTo(302);
    }
}

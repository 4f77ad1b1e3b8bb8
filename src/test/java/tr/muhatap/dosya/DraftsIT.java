package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Two authors of one draft: the second is warned before the first's text is lost. */
@HttpTest
class DraftsIT {

    private static final String FIRST = "{\"outcome\":\"OLUMLU\",\"text\":\"Birinci.\"}";
    private static final String SECOND = "{\"outcome\":\"OLUMSUZ\",\"text\":\"İkinci.\"}";

    @LocalServerPort
    int port;

    private Office office;
    private String number = "";

    @BeforeEach
    void anApplicationAtTheUnit() {
        office = new Office(port);
        number = office.atTheUnit("CIMER", Office.application("CIMER"));
    }

    @Test
    void whoeverSaysWhichDraftHeSawOverwritesNoOther() throws Exception {
        var first = put(FIRST, "\"yok\"");
        assertThat(first.statusCode()).isEqualTo(200);

        var unseen = put(SECOND, "\"yok\"");
        assertThat(unseen.statusCode()).isEqualTo(409);
        assertThat(unseen.body()).contains("Taslak, siz yazarken başka bir kullanıcı tarafından değiştirildi");
        assertThat(text()).isEqualTo("Birinci.");

        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + answer().get("tag").asText() + "\"");
        assertThat(put(SECOND, tag).statusCode()).isEqualTo(200);
        assertThat(text()).isEqualTo("İkinci.");
    }

    @Test
    void theSameTextTwiceIsNoQuarrelAndWithoutTheHeaderTheLastCounts() throws Exception {
        put(FIRST, "\"yok\"");

        assertThat(put(FIRST, "\"yok\"").statusCode()).isEqualTo(200);
        assertThat(put(SECOND, "").statusCode()).isEqualTo(200);
        assertThat(text()).isEqualTo("İkinci.");
    }

    @Test
    void theRightIsAskedBeforeTheDraftIsRead() {
        var office = new Office(port);
        String nonsense = "{\"outcome\":\"YOK\",\"text\":\"\"}";
        String path = "/api/v1/basvurular/" + number + "/cevap";

        assertThat(office.put("fen", path, nonsense).status()).isEqualTo(422);
        assertThat(office.put("halkla", path, nonsense).status()).isEqualTo(403);
        assertThat(office.put("park", path, nonsense).status()).isEqualTo(404);
        assertThat(office.put("park", "/api/v1/basvurular/2020-999999/cevap", nonsense)
                        .status())
                .isEqualTo(404);
    }

    /** A challenge would open the browser's password dialog over the form. */
    @Test
    void whereTheSessionHasEndedAPageIsToldSoWithoutAChallenge() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/basvurular/" + number));
        var toProgram = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        var toPage = HttpClient.newHttpClient()
                .send(request.header("Sec-Fetch-Mode", "cors").build(), BodyHandlers.ofString());

        assertThat(toProgram.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(toPage.statusCode()).isEqualTo(401);
        assertThat(toPage.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private String text() {
        return answer().get("text").asText();
    }

    private com.fasterxml.jackson.databind.JsonNode answer() {
        return office.get("fen", "/api/v1/basvurular/" + number + "/dosya")
                .body()
                .get("answer");
    }

    private HttpResponse<String> put(String draft, String seen) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString("fen:demo".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/basvurular/" + number + "/cevap"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(draft));
        if (!seen.isEmpty()) {
            request.header("If-Match", seen);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

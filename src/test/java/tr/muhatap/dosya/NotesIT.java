package tr.muhatap.dosya;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.takip.TrackingCodes;

@HttpTest
class NotesIT {

    private static final String API = "/api/v1/basvurular/";
    private static final String NOTE = "Ayşe Hanım'ın oğlu aradı; ğüşıöç <b>ĞÜŞİÖÇ</b>";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BasvuruRegister register;

    @Autowired
    TrackingCodes codes;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void aNoteIsReadByStaffInTheFileAndInTheFormsAndByNoCitizen() throws Exception {
        String number = office.atTheUnit("DIJITAL", Office.application("DIJITAL"));

        assertThat(note("halkla", number, NOTE).statusCode()).isEqualTo(302);

        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("Ayşe Hanım&#39;ın oğlu aradı; ğüşıöç &lt;b&gt;ĞÜŞİÖÇ", "Not ekle", "İç not eklendi");
        var inTheForm = office.get("fen", API + number + "/dosya").body().get("notes");
        assertThat(inTheForm.size()).isEqualTo(1);
        assertThat(inTheForm.get(0).get("text").asText()).isEqualTo(NOTE);
        assertThat(inTheForm.get(0).get("actor").asText()).isEqualTo("halkla");
        assertThat(inTheForm.get(0).get("who").asText()).matches(".+ .+ \\(halkla\\)");
        assertThat(office.get("", "/api/v1/takip?number=" + number + "&code=" + code(number))
                        .response()
                        .body())
                .contains(number)
                .doesNotContain("oğlu", "NotEklendi", "İç not");
        assertThat(office.get("istemci", API + number).response().body()).doesNotContain("oğlu");
    }

    @Test
    void aFormThatIsSentTwiceIsOneNote() throws Exception {
        String number = office.register("operator", Office.call());

        for (var text : new String[] {NOTE, NOTE, NOTE + " "}) {
            assertThat(note("operator", number, text).statusCode()).isEqualTo(302);
        }
        note("halkla", number, NOTE);
        note("operator", number, "Başka söz.");

        assertThat(office.get("operator", API + number + "/dosya")
                        .body()
                        .get("notes")
                        .findValuesAsText("actor"))
                .containsExactly("operator", "halkla", "operator");
        assertThat(office.get("denetci", API + number + "/history").body().findValuesAsText("action"))
                .filteredOn("NotEklendi"::equals)
                .hasSize(3);
    }

    @Test
    void theHistorySaysThatThereIsANoteAndNotWhatItSays() throws Exception {
        String number = office.register("operator", Office.call());
        note("operator", number, NOTE);

        var history = office.get("denetci", API + number + "/history");

        assertThat(history.body().findValuesAsText("action")).contains("NotEklendi");
        assertThat(history.response().body()).doesNotContain(NOTE);
        assertThat(jdbc.sql("select detail from olay where number = :number and action = 'NotEklendi'")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly("{}");
    }

    @Test
    void aClosedApplicationStillTakesNotes() throws Exception {
        String number = office.register("operator", Office.call());
        Office.does(office.post("operator", API + number + "/withdrawal", "{\"reason\":\"Vazgeçti\"}"));

        note("operator", number, "Sonradan teşekkür etti.");

        assertThat(office.get("operator", API + number + "/dosya").response().body())
                .contains("Sonradan teşekkür etti.");
    }

    @Test
    void anEmptyOrEndlessNoteIsRefusedAndKept() throws Exception {
        String number = office.register("operator", Office.call());

        assertThat(afterwards("operator", number, "  ")).contains("Notu yazın.", "id=\"note-hata\"");
        assertThat(afterwards("operator", number, "ğ".repeat(4_001)))
                .contains("en çok 4000 karakter", "ğ".repeat(4_001));
        assertThat(office.get("operator", API + number + "/dosya").body().get("notes"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"denetci, 403", "surec, 403", "park, 404", "masa, 404"})
    void whoDecidesNothingWritesNothing(String user, int status) throws Exception {
        String number = office.register("operator", Office.call());

        assertThat(note(user, number, NOTE).statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(office.get(user, "/dosya/" + number).response().body()).doesNotContain("Not ekle");
        }
        assertThat(office.get("operator", API + number + "/dosya").body().get("notes"))
                .isEmpty();
    }

    private String code(String number) {
        return String.valueOf(codes.atRegistration(register.get(number)));
    }

    private HttpResponse<String> note(String user, String number, String text) throws Exception {
        return browser(user, number, text, HttpClient.Redirect.NEVER);
    }

    private String afterwards(String user, String number, String text) throws Exception {
        return browser(user, number, text, HttpClient.Redirect.ALWAYS).body();
    }

    /** Signs in and sends the file's form. */
    private HttpResponse<String> browser(String user, String number, String text, HttpClient.Redirect redirects)
            throws Exception {
        var cookies = new CookieManager();
        var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .build();
        browser.send(request("/giris").build(), BodyHandlers.discarding());
        browser.send(form("/giris", cookies, "username=" + user + "&password=demo"), BodyHandlers.discarding());
        browser.send(request("/").build(), BodyHandlers.discarding());
        return browser.send(
                form("/dosya/" + number + "/not", cookies, "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)),
                BodyHandlers.ofString());
    }

    private HttpRequest form(String path, CookieManager cookies, String fields) {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("MUHATAP-CSRF"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + token))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8");
    }
}

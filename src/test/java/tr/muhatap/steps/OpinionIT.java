package tr.muhatap.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** Another body is asked, chased and answers, over API and pages. */
@HttpTest
class OpinionIT {

    private static final String API = "/api/v1/basvurular/";

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void aBodyIsAskedShownChasedAndAnswers() {
        var office = new Office(port);
        String number = office.atTheUnit("BILGI_EDINME", Office.application("BILGI_EDINME"));
        String body = "Kayseri Defterdarlığı " + Office.unique();
        String lastDay = office.get("halkla", API + number)
                .body()
                .at("/deadline/lastDay")
                .asText();

        assertThat(office.post("fen", API + number + "/opinion", "{}").status()).isEqualTo(403);
        assertThat(office.post("bilgi", API + number + "/opinion", "{}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("kind", "body", "question");
        assertThat(office.post("bilgi", API + number + "/opinion-answer", "{\"answeredOn\":\"2026-01-05\"}")
                        .body()
                        .at("/code")
                        .asText())
                .isEqualTo("GORUS_BEKLENMIYOR");
        var asked = Office.does(office.post(
                "bilgi",
                API + number + "/opinion",
                "{\"kind\":\"GORUS\",\"body\":\"" + body + "\",\"question\":\"Görüşünüz nedir?\"}"));
        assertThat(asked.body().at("/deadline/lastDay").asText()).isEqualTo(lastDay);

        var dosya = office.get("fen", API + number + "/dosya").body();
        assertThat(dosya.at("/opinions/0/body").asText()).isEqualTo(body);
        assertThat(dosya.at("/opinions/0/state").asText()).isEqualTo("cevap bekleniyor");
        assertThat(dosya.at("/extensionProposed").asBoolean())
                .as("extending is not the unit's")
                .isFalse();
        assertThat(office.get("bilgi", "/dosya/" + number).response().body())
                .contains(body, "cevap bekleniyor", "Görüşünüz nedir?", "Cevap süresini bu tarihten önce uzatın");
        assertThat(office.get("bilgi", "/gorusler").response().body()).contains(body, "/dosya/" + number);
        assertThat(office.get("fen", "/gorusler").status()).isEqualTo(403);

        Office.does(office.post(
                "bilgi",
                API + number + "/extension",
                "{\"ground\":\"BASKA_KURUM_GORUSU\",\"reason\":\"Defterdarlığın görüşü bekleniyor.\"}"));
        assertThat(office.get("bilgi", API + number + "/dosya")
                        .body()
                        .at("/extensionProposed")
                        .asBoolean())
                .isFalse();
        assertThat(office.form("bilgi", "/dosya/" + number + "/opinion-answer", "answeredOn", "")
                        .response()
                        .body())
                .contains("role=\"alert\"", "Gelen cevabın tarihi");
        Office.does(office.post(
                "bilgi",
                API + number + "/opinion-answer",
                "{\"opinion\":1,\"answeredOn\":\"" + LocalDate.now(clock) + "\",\"text\":\"Uygundur.\"}"));

        assertThat(office.get("bilgi", "/gorusler").response().body()).doesNotContain(body);
        assertThat(office.get("fen", API + number + "/dosya")
                        .body()
                        .at("/opinions/0/answer")
                        .asText())
                .isEqualTo("Uygundur.");
        assertThat(office.get("halkla", API + number + "/history").response().body())
                .contains("GorusIstendi", "GorusGeldi", body)
                .doesNotContain("Görüşünüz nedir?");
    }

    @Test
    void whatIsTakenBackOrClosedIsNotChased() {
        var office = new Office(port);
        String body = "İl Müdürlüğü " + Office.unique();
        String number = office.atTheUnit("CIMER", Office.application("CIMER"));
        String ask = "{\"kind\":\"BILGI\",\"body\":\"" + body + "\",\"question\":\"Belge?\"}";
        Office.does(office.post("halkla", API + number + "/opinion", ask));
        Office.does(office.post("halkla", API + number + "/opinion", ask));

        assertThat(office.post("halkla", API + number + "/opinion-withdrawal", "{\"reason\":\"Gerek kalmadı.\"}")
                        .body()
                        .at("/errors/0/field")
                        .asText())
                .as("which of two")
                .isEqualTo("opinion");
        Office.does(office.post(
                "halkla", API + number + "/opinion-withdrawal", "{\"opinion\":1,\"reason\":\"Gerek kalmadı.\"}"));
        assertThat(office.get("halkla", "/gorusler").response().body()).containsOnlyOnce(body);
        Office.does(office.post("halkla", API + number + "/withdrawal", "{\"reason\":\"Vazgeçti.\"}"));

        assertThat(office.get("halkla", "/gorusler").response().body()).doesNotContain(body);
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("iptal edildi", "Gerek kalmadı.");
    }
}

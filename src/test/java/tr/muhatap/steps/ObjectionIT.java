package tr.muhatap.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.muhatap.Office.does;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** An objection to the Board, over HTTP: answered once and decided once. */
@HttpTest
class ObjectionIT {

    private static final String API = "/api/v1/basvurular/";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @Test
    void anObjectionIsAnsweredOnceAndDecidedOnce() {
        String number = office.register("istemci", Office.application("BILGI_EDINME"));
        String path = API + number;
        String today = LocalDate.now(clock).toString();
        does(office.put("bilgi", path + "/gerekce", "{\"decision\":\"ISLEME_KONULMAZ\",\"text\":\"Konusu yok.\"}"));
        does(office.complete("bilgi", number, "On_Inceleme", "onInceleme", "ISLEME_KONULMAZ"));
        assertThat(office.post("bilgi", path + "/appeal-answer", "{\"answeredOn\":\"" + today + "\"}")
                        .status())
                .as("nobody objected")
                .isEqualTo(409);
        does(office.post("bilgi", path + "/appeal", "{\"filedOn\":\"" + today + "\",\"boardNumber\":\"K-7\"}"));

        assertThat(office.post("bilgi", path + "/appeal-answer", "{\"answeredOn\":\"dün\"}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("answeredOn");
        assertThat(office.post("bilgi", path + "/appeal-outcome", "{\"outcome\":\"BELKI\"}")
                        .body()
                        .at("/errors")
                        .findValuesAsText("field"))
                .containsExactly("outcome");
        does(office.post("bilgi", path + "/appeal-request", "{\"requestedOn\":\"" + today + "\"}"));
        assertThat(office.post("bilgi", path + "/appeal-request", "{\"requestedOn\":\"" + today + "\"}")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("KURUL_ISTEGI_TEKRAR");
        assertThat(office.get("bilgi", "/dosya/" + number).response().body()).contains("Kurula son cevap tarihi");
        assertThat(office.task(number, "Kurula_Cevap")).isNotEmpty();
        does(office.post(
                "bilgi", path + "/appeal-answer", "{\"answeredOn\":\"" + today + "\",\"boardNumber\":\"K-7\"}"));
        assertThat(office.form("halkla", "/dosya/" + number + "/appeal-outcome", "outcome", "KISMEN_KABUL")
                        .status())
                .isEqualTo(302);

        assertThat(office.post("bilgi", path + "/appeal-answer", "{\"answeredOn\":\"" + today + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(office.post("bilgi", path + "/appeal-outcome", "{\"outcome\":\"RET\"}")
                        .status())
                .isEqualTo(409);
        assertThat(does(office.get("denetci", path + "/history")).body().findValuesAsText("action"))
                .containsSubsequence("ItirazEdildi", "KurulaCevapVerildi", "ItirazSonuclandi");
        assertThat(office.get("bilgi", "/dosya/" + number).response().body()).contains("İtiraz kısmen kabul edildi");
    }
}

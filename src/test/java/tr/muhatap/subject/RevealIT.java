package tr.muhatap.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A masked field is shown in full to whoever speaks with the applicant, for a reason that is kept, and to nobody else. */
@HttpTest
class RevealIT {

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    private Office.Answer revealed(String user, String number, String field, String reason) {
        return office.post(
                user,
                "/api/v1/basvurular/" + number + "/reveal",
                "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}");
    }

    private List<String> kept(String number) {
        return jdbc.queryForList(
                "select actor || ' ' || field || ' ' || reason from veri_gosterme where number = ? order by id",
                String.class,
                number);
    }

    @Test
    void oneFieldIsShownForAReason() {
        String number = office.register("operator", Office.call());
        assertThat(office.get("halkla", "/dosya/" + number).response().body())
                .contains("/bilgi-goster")
                .doesNotContain("10000000146");

        var answer = revealed("operator", number, "nationalId", "Kimlik kontrolü");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("value").asText()).isEqualTo("10000000146");
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(office.form("halkla", "/dosya/" + number + "/bilgi-goster", "field", "phone", "reason", "Geri arama")
                        .response()
                        .body())
                .contains("+905321112233");

        assertThat(kept(number)).containsExactly("operator NATIONAL_ID Kimlik kontrolü", "halkla PHONE Geri arama");
        assertThat(jdbc.queryForList(
                        "select place from kisisel_veri_goruntuleme where number = ? and place like 'açık gösterim%'",
                        String.class, number))
                .containsExactlyInAnyOrder("açık gösterim: T.C. kimlik no", "açık gösterim: Telefon");
    }

    @Test
    void withoutAReasonOrAFieldNothingIsShown() {
        String number = office.register("operator", Office.call());
        assertThat(revealed("halkla", number, "nationalId", " ").status()).isEqualTo(422);
        assertThat(revealed("halkla", number, "firstName", "Neden").status()).isEqualTo(422);
        assertThat(revealed("halkla", number, "email", "Neden").status())
                .as("nobody left one")
                .isEqualTo(404);
        assertThat(office.form("halkla", "/dosya/" + number + "/bilgi-goster", "field", "", "reason", "")
                        .response()
                        .body())
                .contains("href=\"#field\"", "href=\"#reason\"");
        assertThat(kept(number)).isEmpty();
    }

    @Test
    void whoNeverNeedsItCannot() {
        String number = office.atTheUnit("ALO_153", Office.application("ALO_153"));
        for (var user : List.of("fen", "denetci", "surec", "istemci")) {
            assertThat(revealed(user, number, "phone", "Neden").status())
                    .as(user)
                    .isEqualTo(403);
        }
        for (var user : List.of("park", "masa", "bilgi")) {
            assertThat(revealed(user, number, "phone", "Neden").status())
                    .as(user)
                    .isEqualTo(404);
        }
        assertThat(office.get("fen", "/dosya/" + number + "/bilgi-goster").status())
                .isEqualTo(403);
        assertThat(office.get("park", "/dosya/" + number + "/bilgi-goster").status())
                .as("as one that is not there")
                .isEqualTo(office.get("park", "/dosya/1999-000001/bilgi-goster").status())
                .isEqualTo(404);
        assertThat(office.get("fen", "/dosya/" + number).response().body()).doesNotContain("bilgi-goster");
        String hidden = office.register("istemci", """
                {"channel":"DIJITAL","source":"WEB","kind":"IHBAR","subject":"Gizli ihbar","text":"Gizli metin",
                 "applicant":{"identityHidden":true}}""");
        jdbc.update("update basvuru set applicant_phone = '+905321112299' where number = ?", hidden);
        assertThat(revealed("halkla", hidden, "phone", "Neden").status()).isEqualTo(404);
        assertThat(office.get("halkla", "/dosya/" + hidden).response().body()).doesNotContain("bilgi-goster");
        assertThat(kept(number)).isEmpty();
        assertThat(kept(hidden)).isEmpty();
    }
}

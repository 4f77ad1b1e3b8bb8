package tr.muhatap.denetim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.text.Days;

/** An auditor draws a sample, notes findings and downloads the report; nobody else has access. */
@HttpTest
class SamplesIT {

    private static final String PAGE = "/denetim/orneklemler";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    int port;

    private Office office;
    private String today = "";

    @BeforeEach
    void openOffice() {
        office = new Office(port);
        today = Days.written(LocalDate.now(clock));
    }

    private String drawn(String strata, String seed) {
        var answer = office.form(
                "denetci", PAGE, "tarih1", today, "tarih2", today, "buyukluk", "2", "katman", strata, "tohum", seed);
        String page = answer.response().headers().firstValue("Location").orElse("");
        assertThat(page).as(answer.response().body()).contains(PAGE + "/");
        return page.substring(page.indexOf(PAGE));
    }

    @Test
    void aSampleIsDrawnNotedAndReported() {
        office.register("istemci", Office.application("ALO_153"));
        office.register("istemci", Office.application("CIMER"));
        String page = drawn("KANAL", "ekim-2026");

        assertThat(office.get("denetci", page).response().body()).contains("ekim-2026", "Örnek ve evren", "bulgu-2");
        office.form("denetci", page + "/1", "bulgu", "Süre uzatımı geç bildirilmiş.", "surum", "0");
        assertThat(office.get("denetci", page).response().body())
                .contains("Süre uzatımı geç bildirilmiş.", "Son yazan: ", " · denetci");
        assertThat(office.form("denetci", page + "/1", "bulgu", "x".repeat(4_001))
                        .response()
                        .body())
                .contains("Bulgu kaydedilmedi");
        assertThat(office.get("denetci", page + "/rapor.pdf").response().body()).startsWith("%PDF");
        assertThat(office.form("denetci", page + "/99", "bulgu", "x").status()).isEqualTo(404);
        assertThat(office.get("denetci", PAGE + "/999999").status()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from liste_goruntuleme where place = 'denetim/orneklem-rapor'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void nobodyWritesOverWhatHeHasNotSeen() {
        office.register("istemci", Office.application("ALO_153"));
        String page = drawn("YOK", "surum");
        String first = "Birinci denetçinin bulgusu";
        assertThat(office.form("denetci", page + "/1", "bulgu", first, "surum", "0")
                        .status())
                .isEqualTo(302);

        for (var typed : new String[] {"İkinci denetçinin bulgusu", "", "  "}) {
            for (var seen : new String[] {"0", "2", "", "x", "-1", "99999999999"}) {
                var refused = office.form("denetci", page + "/1", "bulgu", typed, "surum", seen);
                assertThat(refused.status()).as(typed + seen).isEqualTo(409);
                assertThat(refused.response().body())
                        .contains("Bu sırada bu bulgu değişti", first, typed.strip() + "</textarea>")
                        .contains("name=\"surum\" value=\"1\"");
            }
        }
        assertThat(office.form("denetci", page + "/1", "bulgu", first, "surum", "0")
                        .status())
                .as("the same again, as from a button pressed twice")
                .isEqualTo(302);
        assertThat(office.form("denetci", page + "/1", "bulgu", "x".repeat(4_001), "surum", "0")
                        .response()
                        .body())
                .as("what is too long has seen no more than before")
                .contains("Bulgu kaydedilmedi")
                .doesNotContain("name=\"surum\" value=\"1\"");
        assertThat(office.form("denetci", page + "/1", "bulgu", "Yenisi", "surum", "1")
                        .status())
                .isEqualTo(302);
        assertThat(jdbc.sql("select bulgu || ' ' || actor || ' ' || surum from denetim_bulgusu "
                                + "where orneklem = :id and sira = 1")
                        .param("id", Long.valueOf(page.substring(page.lastIndexOf('/') + 1)))
                        .query(String.class)
                        .single())
                .isEqualTo("Yenisi denetci 2");
    }

    @Test
    void onlyAuditorsComeIn() {
        office.register("istemci", Office.application("ALO_153"));
        String page = drawn("YOK", "t1");
        for (var user : new String[] {"masa", "halkla", "fen", "yonetici", "mudur", "surec", "admin", "istemci"}) {
            assertThat(office.get(user, PAGE).status()).as(user).isEqualTo(403);
            assertThat(office.get(user, page).status()).as(user).isEqualTo(403);
            assertThat(office.get(user, page + "/rapor.pdf").status()).as(user).isEqualTo(403);
            assertThat(office.form(user, page + "/1", "bulgu", "x").status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void whatCannotBeDrawnIsSaidAtItsField() {
        String answer = office.form(
                        "denetci",
                        PAGE,
                        "tarih1",
                        "31.02.2026",
                        "tarih2",
                        today,
                        "buyukluk",
                        "0",
                        "katman",
                        "X",
                        "tohum",
                        "")
                .response()
                .body();
        assertThat(answer).contains("tarih1-hata", "buyukluk-hata", "katman-hata", "tohum-hata");
        assertThat(office.form(
                                "denetci",
                                PAGE,
                                "tarih1",
                                "01.01.2001",
                                "tarih2",
                                "02.01.2001",
                                "buyukluk",
                                "5",
                                "katman",
                                "YOK",
                                "tohum",
                                "t")
                        .response()
                        .body())
                .contains("Bu tarihlerde kaydedilmiş başvuru yok");
    }
}

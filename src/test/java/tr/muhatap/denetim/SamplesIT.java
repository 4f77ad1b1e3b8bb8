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

/** An auditor draws a sample, notes what he finds, and takes the report along; nobody else sees any of it. */
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
        office.form("denetci", page + "/1", "bulgu", "Süre uzatımı geç bildirilmiş.");
        assertThat(office.get("denetci", page).response().body()).contains("Süre uzatımı geç bildirilmiş.");
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

package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A change of the holiday table is previewed before it is applied. */
@HttpTest
class HolidayPagesIT {

    private static final String PAGE = "/tatiller";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @LocalServerPort
    private int port;

    private Office office;
    private String number;
    private LocalDate lastDay;

    @BeforeEach
    void anOpenApplication() {
        office = new Office(port);
        number = office.register("bilgi", """
                {"channel":"BILGI_EDINME","kind":"BILGI_ISTEMI","submission":"ELEKTRONIK","subject":"Bütçe",
                 "text":"Bütçe belgesini istiyorum.","applicant":{"type":"GERCEK","firstName":"Ayşe","lastName":"Işık",
                 "nationalId":"10000000146","email":"ayse@ornek.example"}}""");
        lastDay = lastDay();
    }

    @AfterEach
    void theTableAsBefore() {
        office.delete("surec", "/api/v1/holidays/" + lastDay);
    }

    @Test
    void aChangeShowsWhatItWouldMoveAndIsThenMade() {
        var preview = change("kaydet", "Seçim günü");

        assertThat(preview)
                .contains("Tatil kaydedilirse", number, lastDay.format(DAY), "son cevap tarihi değişir")
                .contains("name=\"islem\" value=\"kaydet-uygula\"");
        assertThat(lastDay()).as("a preview changes nothing").isEqualTo(lastDay);
        assertThat(office.get("surec", "/api/v1/holidays/" + lastDay).status()).isEqualTo(404);

        change("kaydet-uygula", "Seçim günü");

        assertThat(lastDay()).isAfter(lastDay);
        assertThat(office.get("surec", PAGE + "?yil=" + lastDay.getYear())
                        .response()
                        .body())
                .contains("Seçim günü");

        assertThat(change("cikar", "")).contains("Tatil tablodan çıkarılırsa", number);
        assertThat(lastDay()).isAfter(lastDay);
        change("cikar-uygula", "");
        assertThat(lastDay()).isEqualTo(lastDay);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var page = office.form("surec", PAGE, "islem", "kaydet", "date", "2026-02-30", "name", "", "tur", "TAM")
                .response()
                .body();

        assertThat(page).contains("href=\"#date\"", "href=\"#name\"", "Tatilin adı verilmelidir.");
        assertThat(office.form("denetci", PAGE, "islem", "kaydet", "date", "2026-02-03", "name", "A", "tur", "TAM")
                        .status())
                .isEqualTo(403);
        assertThat(office.get("denetci", PAGE).response().body()).doesNotContain("name=\"islem\"");
        assertThat(office.get("halkla", PAGE).status()).isEqualTo(403);
    }

    private String change(String what, String name) {
        return office.form("surec", PAGE, "islem", what, "date", lastDay.toString(), "name", name, "tur", "TAM")
                .response()
                .body();
    }

    private LocalDate lastDay() {
        return LocalDate.parse(office.get("bilgi", "/api/v1/basvurular/" + number)
                .body()
                .get("deadline")
                .get("lastDay")
                .asText());
    }
}

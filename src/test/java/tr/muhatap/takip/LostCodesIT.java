package tr.muhatap.takip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;

/** A lost code is replaced by one that goes to the contact on record; the page says the same whatever was typed. */
@HttpTest
class LostCodesIT {

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    private String send(String number, String digits) {
        // Each page has a token of its own
        return office.form("istemci", "/takip/kod", "number", number, "digits", digits)
                .response()
                .body()
                .replaceAll("value=\"[^\"]*\"", "");
    }

    private boolean opens(String number, String code) {
        return office.get("", "/api/v1/takip?number=" + number + "&code=" + code)
                        .status()
                == 200;
    }

    private int renewals(String number) {
        return jdbc.sql("select count(*) from olay where number = :number and action = 'TakipKoduYenilendi'")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    @Test
    void aNewCodeGoesToTheContactOnRecordAndIsShownToNobody() {
        var taken = Office.does(office.post("istemci", "/api/v1/basvurular", Office.application("DIJITAL")))
                .body();
        String number = taken.get("number").asText();
        String code = taken.get("trackingCode").asText();

        String wrong = send(number, "0000");
        assertThat(renewals(number)).isZero();
        assertThat(opens(number, code)).isTrue();
        String unknown = send("1999-000001", "2233");

        String right = send(number.replace("-", " - "), "2233");
        assertThat(renewals(number)).isEqualTo(1);
        assertThat(opens(number, code)).isFalse();
        assertThat(right)
                .contains("kayıtlıysa yeni takip kodu ya da önce")
                .isEqualTo(wrong)
                .isEqualTo(unknown)
                .doesNotContain(number);
        send(number, "0146");
        assertThat(renewals(number)).as("by the T.C. kimlik no").isEqualTo(2);
        assertThat(office.get("halkla", "/dosya/" + number).response().body()).contains("Yeni takip kodu verildi");
    }

    @Test
    void whoCannotBeReachedKeepsTheOldCode() {
        var taken = Office.does(office.post(
                        "istemci",
                        "/api/v1/basvurular",
                        Office.application("DIJITAL", "\"address\":\"İğde Sokağı 1\"")))
                .body();
        String number = taken.get("number").asText();
        send(number, "0146");
        assertThat(renewals(number)).isZero();
        assertThat(opens(number, taken.get("trackingCode").asText())).isTrue();
    }

    @Test
    void malformedInputIsNamedAtItsField() {
        assertThat(send("", "12")).contains("dört rakam", "number-hata", "digits-hata");
        assertThat(send("x".repeat(100), "\u0000\u00001")).contains("Kod gönderilmedi");
        assertThat(office.get("", "/takip").response().body()).contains("/takip/kod");
    }
}

package tr.muhatap.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.operation.FindingKind;

/** The operational overview: authorization, content, and the metrics. */
@HttpTest
class StatusPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @CsvSource({
        "surec, 200, 302",
        "admin, 200, 302",
        "denetci, 200, 403",
        "halkla, 403, 403",
        "yonetici, 403, 403",
        "mudur, 403, 403",
        "fen, 403, 403",
        "masa, 403, 403",
        "istemci, 403, 403"
    })
    void whoIsResponsibleLooksAndComparesTheAuditorLooks(String user, int looks, int compares) {
        assertThat(office.get(user, "/durum").status()).isEqualTo(looks);
        assertThat(office.post(user, "/durum/karsilastir", "").status()).isEqualTo(compares);
    }

    @Test
    void aRecordThatLostItsProcessStandsThereWithItsFileAndAmongTheFigures() {
        String number = office.register("istemci", Office.application("CIMER"));
        jdbc.sql("update act_ru_execution set business_key_ = 'kayip-' || :number where business_key_ = :number")
                .param("number", number)
                .update();

        office.post("surec", "/durum/karsilastir", "");

        var page = office.get("denetci", "/durum").response().body();
        assertThat(page)
                .contains("<html lang=\"tr\"", "Açık kaydın süreci yok", "href=\"/dosya/" + number + "\"")
                .doesNotContain("Şimdi karşılaştır");
        assertThat(office.get("surec", "/durum").response().body()).contains("Şimdi karşılaştır");
        jdbc.sql("update act_ru_execution set business_key_ = :number where business_key_ = 'kayip-' || :number")
                .param("number", number)
                .update();
        office.post("surec", "/durum/karsilastir", "");
        String mended = office.get("surec", "/durum").response().body();
        // Its receipt may still wait to be sent, and stands above
        assertThat(mended.substring(mended.indexOf("id=\"bulgular\"")))
                .doesNotContain("href=\"/dosya/" + number + "\"");
        assertThat(meters.find("muhatap.reconciliation.findings").gauges())
                .extracting(gauge ->
                        gauge.getId().getTag("kind") + " " + gauge.getId().getTag("state"))
                .contains("SURECSIZ_KAYIT found", "EKSIK_SAYAC mended")
                .hasSize(2 * FindingKind.values().length);
        assertThat(meters.find("muhatap.reconciliation.age").gauge()).isNotNull();
    }
}

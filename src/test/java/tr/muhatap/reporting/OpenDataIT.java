package tr.muhatap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.HttpTest;
import tr.muhatap.Office;
import tr.muhatap.calendar.OfficeClock;
import tr.muhatap.organization.Organization;

/** What everybody may see of the office: figures, nobody, and nothing small. */
@HttpTest
class OpenDataIT {

    @LocalServerPort
    private int port;

    @Autowired
    private OpenData data;

    @Autowired
    private ReportReader reader;

    @Autowired
    private FrozenMonths frozen;

    @Autowired
    private Organization organization;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = new Office(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acik-veri",
                "/seffaflik",
                "/acik-veri/basvurular.csv",
                "/acik-veri/basvurular.json",
                "/acik-veri/katalog.jsonld",
            })
    void itIsOpenWithoutASignInAndNamesNoApplication(String path) {
        var answer = office.get("", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body())
                .doesNotContainPattern("20[0-9]{2}-[0-9]{6}")
                .doesNotContain("IHBAR", "Ayşe", "Işık");
    }

    @Test
    void aMonthsFilesSayTheSameAndMayBeKept() {
        String month = YearMonth.from(LocalDate.now(OfficeClock.ISTANBUL))
                .minusMonths(1)
                .toString();
        var csv = office.get("", "/acik-veri/" + month + ".csv");
        var json = office.get("", "/acik-veri/" + month + ".json");

        assertThat(csv.response().body()).startsWith("ay,boyut,kod,ad,basvuru,ortanca_gun,zamaninda_yuzde,gizlendi");
        assertThat(json.body().get("ay").asText()).isEqualTo(month);
        assertThat(csv.response().body().lines().count())
                .isEqualTo(json.body().get("satirlar").size() + 2L);
        for (var answer : java.util.List.of(csv, json)) {
            assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=600")
                    .contains("public");
        }
        assertThat(data.months()).hasSize(12);
        data.months()
                .forEach(each -> each.rows().forEach(row -> {
                    if (row.count() != null) {
                        assertThat(SmallCounts.isSmall(row.count())).isFalse();
                    } else {
                        assertThat(row.medianDays()).isNull();
                        assertThat(row.onTimePercent()).isNull();
                    }
                }));
    }

    @Test
    void whatIsRegisteredLateDoesNotChangeAMonthThatWasPublished() {
        var last = YearMonth.from(LocalDate.now(OfficeClock.ISTANBUL)).minusMonths(1);
        for (int count = 0; count < SmallCounts.LEAST + 1; count++) {
            register(last);
        }
        // Others of this database may have asked before
        jdbc.sql("delete from acik_veri_ay where ay = :month")
                .param("month", last.toString())
                .update();
        var first = counted(last);
        assertThat(first.total()).isGreaterThan(SmallCounts.LEAST);

        register(last);

        assertThat(counted(last)).isEqualTo(first);
    }

    private void register(YearMonth month) {
        office.register(
                "istemci",
                Office.application("CIMER")
                        .replaceFirst("\\{", "{\"receivedAt\":\"" + month.atDay(2) + "T10:00:00+03:00\","));
    }

    /** Not what the running program remembers for a while. */
    private OpenData.Month counted(YearMonth month) {
        return new OpenData(reader, frozen, organization, clock)
                .months().stream()
                        .filter(each -> each.month().equals(month))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theCatalogueNamesEveryMonthsFiles() {
        var catalogue = office.get("", "/acik-veri/katalog.jsonld").body();

        assertThat(catalogue.get("@type").asText()).isEqualTo("dcat:Catalog");
        assertThat(catalogue.get("dcat:dataset")).hasSize(13);
        assertThat(catalogue.findValuesAsText("dcat:mediaType")).hasSize(26);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-01", "2026-13", "0000-00"})
    void aMonthThatIsNotPublishedIsNotThere(String month) {
        assertThat(office.get("", "/acik-veri/" + month + ".csv").status()).isEqualTo(404);
        assertThat(office.get("", "/acik-veri/" + month + ".json").status()).isEqualTo(404);
    }
}

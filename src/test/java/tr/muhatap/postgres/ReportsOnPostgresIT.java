package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tr.muhatap.reporting.ActivityReport;
import tr.muhatap.reporting.InformationReport;
import tr.muhatap.reporting.OpenReport;
import tr.muhatap.reporting.Period;

/**
 * Reports over many applications: that a period's counts use the read table's indexes, and that PostgreSQL counts
 * right.
 */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsOnPostgresIT {

    /** Twenty a day: enough for the planner to prefer an index. {@code -Dmuhatap.test.report-rows} fills more. */
    private static final int ROWS = Integer.getInteger("muhatap.test.report-rows", 20_000);

    @Autowired
    private ActivityReport activity;

    @Autowired
    private InformationReport information;

    @Autowired
    private OpenReport open;

    @Autowired
    private DataSource dataSource;

    private JdbcClient owner = JdbcClient.create(new DriverManagerDataSource());

    @BeforeAll
    void fill() {
        owner = JdbcClient.create(superuser());
        owner.sql(
                        "insert into rapor_tur (number, round, son, channel, kind, bilgi_edinme, topic, unit, received_on, begun_on, "
                                + "last_day, closed_on, days, late, outcome, ground, secret_parts_removed, lapsed, forwarded_to, "
                                + "extended, escalation_level, taken_over, on_the_spot) "
                                + "select '1999-' || lpad(g::text, 7, '0'), 0, true, case g % 4 when 0 then 'CIMER' "
                                + "when 1 then 'DIJITAL' when 2 then 'ALO_153' else 'BILGI_EDINME' end, 'SIKAYET', g % 4 = 3, "
                                + "'yol-cukur', 'fen-isleri', d, d, d + 10, d + g % 13, g % 13, g % 13 > 10, 'OLUMLU', null, false, "
                                + "false, null, false, 0, false, false from generate_series(0, " + (ROWS - 1) + ") g, "
                                + "lateral (select date '2001-01-01' + g % 1000 as d) days")
                .update();
        owner.sql("analyze rapor_tur").update();
    }

    @AfterAll
    void empty() {
        owner.sql("delete from rapor_tur where number like '1999-%'").update();
        owner.sql("vacuum analyze rapor_tur").update();
    }

    @Test
    void aMonthsCountsAndTheLawsYearUseTheirIndex() {
        assertThat(explained("select channel, outcome, late, count(*) from rapor_tur r where r.received_on "
                        + "between date '2002-05-01' and date '2002-05-31' and r.son group by channel, outcome, late"))
                .contains("rapor_tur_received")
                .doesNotContain("Seq Scan");
        assertThat(explained("select number from rapor_tur r where r.bilgi_edinme and r.closed_on >= date '2003-09-01' "
                        + "and r.begun_on <= date '2003-09-30'"))
                .contains("rapor_tur_law")
                .doesNotContain("Seq Scan");
        assertThat(explained("select number from rapor_tur r where r.closed_on > date '2003-09-25' "
                        + "and r.last_day < date '2003-09-25'"))
                .contains("rapor_tur_closed");
    }

    @Test
    void everyReportCountsWhatIsThere() {
        var may = new Period(LocalDate.of(2002, 5, 1), LocalDate.of(2002, 5, 31));
        long expected = ROWS / 1_000 * 31L;
        long before = System.nanoTime();
        var report = activity.of(may, null);
        System.out.println(
                "A month over " + ROWS + " closed applications: " + (System.nanoTime() - before) / 1_000_000 + " ms");

        var summary = report.sections().get(0).lines();
        assertThat(summary.get(0).figures().get(0).number()).isEqualTo(expected);
        assertThat(summary.get(2).figures().get(0).number()).isEqualTo(expected);
        // Every thirteenth takes 11, every thirteenth 12 days
        assertThat(summary.get(9).figures().get(0).number()).isEqualTo(6L);

        var year = information.of(2002).sections().get(0).lines();
        long decided = owner.sql("select count(*) from rapor_tur where bilgi_edinme and closed_on "
                        + "between date '2002-01-01' and date '2002-12-31'")
                .query(Long.class)
                .single();
        assertThat(year.get(0).figures().get(0).number()).isEqualTo(decided);
        assertThat(year.get(1).figures().get(0).number()).isEqualTo(decided);
        assertThat(open.lateOn(LocalDate.of(2002, 6, 1)).numbers()).isNotEmpty();
        assertThat(open.workload().sections()).hasSize(1);
    }

    private String explained(String sql) {
        return String.join("\n", owner.sql("explain " + sql).query(String.class).list());
    }

    /** The owner's rights: to analyze, and to fill without the program's checks. */
    private DataSource superuser() {
        try (var connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return new DriverManagerDataSource(url.replaceAll("\\?.*", ""), Postgres.USER, "");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

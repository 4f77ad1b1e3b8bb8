package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.operation.EngineComparison;
import tr.muhatap.operation.FindingKind;
import tr.muhatap.operation.Reconciliation;

/** Records and processes are compared and mended on PostgreSQL as well, by its own time zones and types. */
@PostgresTest
class ReconciliationOnPostgresIT {

    private static final int ALL = 10_000;

    private static final String TIMER = "(select j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ "
            + "join act_ru_execution e on e.id_ = j.process_instance_id_ "
            + "where d.act_id_ = 'Sure_Doldu' and e.business_key_ = :number)";

    @LocalServerPort
    int port;

    @Autowired
    private EngineComparison comparison;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update act_ru_job set retries_ = 0 where id_ = ",
                "update act_ru_job set suspension_state_ = 2 where id_ = ",
                "update act_ru_job set duedate_ = duedate_ + interval '1 hour' where id_ = ",
                "delete from act_ru_job where id_ = "
            })
    void aTimerThatWasTamperedWithIsFoundAndMended(String tampering) {
        String number = new ProductionOffice(port).register(Applications.on("CIMER"));
        assertThat(kinds(number)).isEmpty();
        jdbc.sql(tampering + TIMER).param("number", number).update();
        assertThat(kinds(number)).hasSize(1);

        reconciliation.run();

        assertThat(kinds(number)).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ "
                                        + "join basvuru b on b.number = e.business_key_ where b.number = :number "
                                        + "and j.duedate_ = b.deadline_late_from and j.retries_ > 0 and j.suspension_state_ = 1")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aRecordWithoutAProcessIsNamed() {
        String number = new ProductionOffice(port).register(Applications.on("CIMER"));
        rename(number, "kayip-" + number);

        reconciliation.run();

        assertThat(kinds(number)).containsExactly(FindingKind.SURECSIZ_KAYIT);
        assertThat(reconciliation.findings())
                .filteredOn(finding -> finding.number().equals(number))
                .hasSize(1);
        rename("kayip-" + number, number);
        reconciliation.run();
        assertThat(kinds(number)).isEmpty();
    }

    private void rename(String from, String to) {
        jdbc.sql("update act_ru_execution set business_key_ = :to where business_key_ = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private List<FindingKind> kinds(String number) {
        return comparison.compare(ALL).stream()
                .filter(found -> found.number().equals(number))
                .map(EngineComparison.Found::kind)
                .toList();
    }
}

package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostgresTest
class OperationIT {

    @LocalServerPort
    int port;

    ProductionOffice office;

    @BeforeEach
    void openOffice() {
        office = new ProductionOffice(port);
    }

    @Test
    void figuresAreForThoseWhoRunTheProgram() {
        assertThat(figures().status()).isEqualTo(200);
        assertThat(office.get("idris", "/actuator/prometheus").status()).isEqualTo(200);
        assertThat(office.get("cagri", "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(office.get(ProductionOffice.SYSTEM, "/actuator/prometheus").status())
                .isEqualTo(403);
        assertThat(office.get("", "/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void theyCountWhatIsOpenAndWhatIsLate() {
        await().atMost(Duration.ofSeconds(120)).until(() -> figure("muhatap_figures_age_seconds") >= 0);
        double open = figure("muhatap_applications_open{channel=\"ACIK_KAPI\"}");
        double late = figure("muhatap_applications_late{channel=\"ACIK_KAPI\"}");

        office.register(Applications.on("ACIK_KAPI"));
        office.register(Applications.on("ACIK_KAPI")
                .replace("\"kind\"", "\"receivedAt\":\"2026-01-05T10:00:00+03:00\",\"kind\""));

        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            assertThat(figure("muhatap_applications_open{channel=\"ACIK_KAPI\"}"))
                    .isEqualTo(open + 2);
            assertThat(figure("muhatap_applications_late{channel=\"ACIK_KAPI\"}"))
                    .isEqualTo(late + 1);
            assertThat(figure("muhatap_applications_escalated{channel=\"ACIK_KAPI\",level=\"2\"}"))
                    .isPositive();
        });
        assertThat(figures().response().body())
                .contains(
                        "muhatap_incidents ",
                        "muhatap_jobs_due_age_seconds ",
                        "muhatap_outbox_waiting ",
                        "muhatap_outbox_age_seconds ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/ops/alerts.yaml", "src/ops/dashboard.json"})
    void whatAlertsAndTheDashboardAskForIsThere(String file) throws IOException {
        var asked = Pattern.compile("\\b(?:muhatap|jvm|http)_\\w+")
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(asked).hasSizeGreaterThan(4);
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(figures().response().body()).containsPattern("(?m)^" + name + "[{ ]"));
    }

    private ProductionOffice.Answer figures() {
        return office.basic("olcum", Personnel.PASSWORD, "/actuator/prometheus");
    }

    private double figure(String name) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
                .matcher(figures().response().body());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }
}

package tr.muhatap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tr.muhatap.MuhatapApplication;
import tr.muhatap.Office;

/** The program on a file database: registered applications, timers and the moved clock survive a restart. */
class DemoRestartIT {

    private static final String RULES = "/kurallar/hizmet-standartlari";

    @TempDir
    private Path folder = Path.of("");

    /** The engines of all contexts share one clock. */
    @AfterEach
    void backToRealTime() {
        ClockUtil.reset();
    }

    @Test
    void theMovedClockAndTheTimersOutliveARestart() {
        String number;
        Instant lateFrom;
        Instant stoppedAt;
        try (var program = start()) {
            var office = office(program);
            number = office.register("operator", Office.call());
            lateFrom = OffsetDateTime.parse(office.get("halkla", "/api/v1/basvurular/" + number)
                            .body()
                            .at("/deadline/lateFrom")
                            .asText())
                    .toInstant();
            office.moveClock("P3D");
            publishTwelveDaysForCimer(office);
            stoppedAt = now(office);
        }

        try (var program = start()) {
            var office = office(program);
            var restartedAt = now(office);

            assertThat(Duration.between(stoppedAt, restartedAt)).isBetween(Duration.ZERO, Duration.ofMinutes(5));
            assertThat(program.getBean(Clock.class).instant()).isAfterOrEqualTo(stoppedAt);
            assertThat(office.get("admin", "/engine-rest/user/count")
                            .body()
                            .get("count")
                            .asInt())
                    .isEqualTo(DemoUsers.ALL.size());
            assertThat(office.get("halkla", "/api/v1/basvurular/" + number).status())
                    .isEqualTo(200);
            assertThat(office.task(number, "Birime_Sevk")).isNotEmpty();
            assertThat(office.get("", "/api/v1/service-standards")
                            .body()
                            .at("/2/limit")
                            .asInt())
                    .as("what the office published stays in force")
                    .isEqualTo(12);
            assertThat(office.get("surec", RULES).response().body())
                    .contains("Yürürlükte:", "2. sürüm · surec")
                    .doesNotContain("3. sürüm");

            office.moveClock(
                    Duration.between(restartedAt, lateFrom.plusSeconds(60)).toString());

            assertThat(office.task(number, "Yonetici_Mudahalesi")).isNotEmpty();
            assertThat(office.register("operator", Office.call())).isGreaterThan(number);
        }
    }

    private static void publishTwelveDaysForCimer(Office office) {
        office.form("surec", RULES + "/taslak", "islem", "ac");
        office.form(
                "surec",
                RULES + "/taslak/3",
                "revizyon",
                "1",
                "kanal",
                "CIMER",
                "no",
                "2",
                "hizmet",
                "CİMER başvuruları",
                "belgeler",
                "CİMER üzerinden iletilen başvuru.",
                "sure",
                "12",
                "birim",
                "GUN",
                "ikinciSinir",
                "3",
                "dayanak",
                "Başkanlık oluru");
        var published = office.form("surec", RULES + "/yayin", "revizyon", "2", "gerekce", "Başkanlık oluru");
        assertThat(published.status()).isEqualTo(302);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(MuhatapApplication.class)
                .run(
                        "--server.port=0",
                        "--muhatap.demo.data=false",
                        "--muhatap.access.password-iterations=1000",
                        // Its apps would take a register of all contexts with them when they stop.
                        "--camunda.bpm.webapp.enabled=false",
                        "--spring.jmx.enabled=false",
                        "--spring.datasource.url=jdbc:h2:file:"
                                + folder.resolve("muhatap").toAbsolutePath());
    }

    private static Office office(ConfigurableApplicationContext program) {
        return new Office(
                ((ServletWebServerApplicationContext) program).getWebServer().getPort());
    }

    private static Instant now(Office office) {
        return OffsetDateTime.parse(Office.does(office.post("admin", "/demo/clock", "{\"advance\":\"PT0S\"}"))
                        .body()
                        .get("now")
                        .asText())
                .toInstant();
    }
}

package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How the program starts in production, each time as a process of its own. */
class StartIT {

    private static final String OWN_PASSWORD = "ilk-yonetici-parolasi";

    @Test
    void halfConfiguredItEndsAndNamesWhatLacks() {
        try (var node = Node.launch(Map.of("muhatap.notification.base-url", "https://basvuru.belediye.example"))) {
            assertThat(node.exitCode()).isEqualTo(1);
            assertThat(node.log())
                    .contains(
                            "APPLICATION FAILED TO START",
                            "spring.datasource.url must name a PostgreSQL database",
                            "spring.datasource.password must be set",
                            "spring.mail.host must be set",
                            "muhatap.notification.mail-from must be set")
                    .doesNotContain("base-url must be set", "at tr.muhatap.access.ProductionGuard");
        }
    }

    @Test
    void theFirstAdministratorIsMadeOnceByTheTokenInTheLogOfThisStart() {
        String database = Postgres.newDatabase();
        var settings = ProductionSettings.on(Postgres.url(Postgres.port(), database));
        String formerToken;
        try (var node = Node.started(settings)) {
            formerToken = node.awaitLog(People.TOKEN);
        }

        try (var node = Node.started(settings)) {
            var token = node.awaitLog(People.TOKEN);
            var office = node.office();

            assertThat(setUp(office, formerToken).body()).contains("Kod yanlış");
            assertThat(setUp(office, "").body()).contains("Kod yanlış");
            assertThat(office.signIn("ilk", OWN_PASSWORD).header("Location")).contains("error");
            assertThat(setUp(office, token).statusCode()).isEqualTo(302);
            assertThat(setUp(office, token).statusCode()).isEqualTo(404);
            assertThat(office.signIn("ilk", OWN_PASSWORD).header("Location")).doesNotContain("error");
            assertThat(office.get("ilk", "/camunda/app/admin/default/").status())
                    .isEqualTo(200);
            assertThat(node.log()).doesNotContain(OWN_PASSWORD);

            var demoUser = "{\"profile\":{\"id\":\"halkla\",\"firstName\":\"Ç\",\"lastName\":\"Ü\"},"
                    + "\"credentials\":{\"password\":\"demo\"}}";
            assertThat(office.post("ilk", "/engine-rest/user/create", demoUser).status())
                    .as("too short a password")
                    .isEqualTo(422);
            JdbcClient.create(Postgres.dataSource(database))
                    .sql("insert into act_id_user (id_, rev_, pwd_, salt_) values ('halkla', 1, :hash, 'salt')")
                    .param(
                            "hash",
                            "{PBKDF2}"
                                    + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                                            .encode("demosalt"))
                    .update();
        }

        try (var node = Node.launch(settings)) {
            assertThat(node.exitCode()).isEqualTo(1);
            assertThat(node.log()).contains("demo user halkla exists with the demo's password");
        }
    }

    private static java.net.http.HttpResponse<String> setUp(ProductionOffice office, String token) {
        return office.form("/kurulum", Map.of("kod", token, "ad", "ilk", "parola", OWN_PASSWORD))
                .response();
    }
}

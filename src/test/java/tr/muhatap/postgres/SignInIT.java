package tr.muhatap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.muhatap.calendar.OfficeClock;

@PostgresTest
class SignInIT {

    private static final int ACCOUNT_FAILURES = 4;
    private static final int ADDRESS_FAILURES = 8;

    @LocalServerPort
    int port;

    @Autowired
    OfficeClock clock;

    @Autowired
    JdbcClient jdbc;

    ProductionOffice office;

    @BeforeEach
    void openOffice() {
        office = new ProductionOffice(port);
    }

    @AfterEach
    void forget() {
        clock.setOffset(Duration.ZERO);
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void onlySystemsSendTheirPasswordWithARequest() {
        assertThat(office.basic("santral", Personnel.PASSWORD, "/api/v1/basvurular")
                        .status())
                .isEqualTo(200);
        var person = office.basic("cagri", Personnel.PASSWORD, "/api/v1/basvurular");
        assertThat(person.status()).isEqualTo(401);
        assertThat(person.body().get("detail").asText()).contains("giriş sayfasını kullanır");
        assertThat(office.get("cagri", "/api/v1/basvurular").status()).isEqualTo(200);
    }

    @Test
    void theSignInsCookieTravelsEncryptedAlone() {
        var https = new ProductionOffice(port, Map.of("X-Forwarded-Proto", "https"));

        var answer = https.signIn("cagri", Personnel.PASSWORD);

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void anAccountWhosePasswordIsGuessedHasToWait() {
        for (int failure = 0; failure < ACCOUNT_FAILURES; failure++) {
            assertThat(from("203.0.113." + failure)
                            .basic("unutkan", "yanlış", "/api/v1/basvurular")
                            .status())
                    .isEqualTo(401);
        }

        var blocked = from("203.0.113.99").basic("unutkan", Personnel.PASSWORD, "/api/v1/basvurular");
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(blocked.header("Retry-After"))).isBetween(1, 301);
        assertThat(blocked.header("Content-Type")).startsWith("application/problem+json");
        assertThat(blocked.body().get("detail").asText()).contains("saniye sonra yeniden deneyin");
        assertThat(from("203.0.113.99").signIn("unutkan", Personnel.PASSWORD).status())
                .isEqualTo(429);
        assertThat(from("203.0.113.99").signIn("nurgul", Personnel.PASSWORD).header("Location"))
                .as("others sign in")
                .doesNotContain("error");

        clock.setOffset(Duration.ofMinutes(6));
        assertThat(office.signIn("unutkan", Personnel.PASSWORD).header("Location"))
                .doesNotContain("error");
    }

    @Test
    void anAddressThatGuessesHasToWaitWhateverTheAccount() {
        for (int failure = 0; failure < ADDRESS_FAILURES; failure++) {
            from("198.51.100.7").basic("kimse" + failure, "yanlış", "/api/v1/basvurular");
        }

        assertThat(from("198.51.100.7").signIn("gulsah", Personnel.PASSWORD).status())
                .isEqualTo(429);
        assertThat(from("198.51.100.8").signIn("gulsah", Personnel.PASSWORD).header("Location"))
                .doesNotContain("error");
    }

    private ProductionOffice from(String address) {
        return new ProductionOffice(port, Map.of("X-Forwarded-For", address));
    }
}

package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class ProductionGuardTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://localhost/muhatap")
            .withProperty("spring.datasource.username", "muhatap")
            .withProperty("spring.datasource.password", "a-long-secret")
            .withProperty("spring.mail.host", "mail.example")
            .withProperty("muhatap.notification.mail-from", "muhatap@belediye.example")
            .withProperty("muhatap.tracking.key", "a-long-secret-of-more-than-32-characters")
            .withProperty("muhatap.audit.key", "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")
            .withProperty("muhatap.notification.base-url", "https://basvuru.belediye.example")
            .withProperty("server.tomcat.remoteip.internal-proxies", "10\\.1\\.2\\.3");
    private final UserDirectory users = mock(UserDirectory.class);

    /** With what the profile itself sets. */
    @BeforeEach
    void noUserYet() {
        var profile = new YamlPropertiesFactoryBean();
        profile.setResources(new ClassPathResource("application-production.yaml"));
        environment
                .getPropertySources()
                .addLast(new PropertiesPropertySource("profile", Objects.requireNonNull(profile.getObject())));
    }

    @Test
    void aConfiguredProgramStarts() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.mail.host",
                "muhatap.notification.mail-from",
                "muhatap.tracking.key",
                "muhatap.audit.key",
                "muhatap.notification.base-url",
                "server.tomcat.remoteip.internal-proxies"
            })
    void whatIsNotSetIsNamed(String property) {
        environment.setProperty(property, "");

        assertThatThrownBy(this::start).hasMessageContaining(property);
    }

    @Test
    void theDemosDatabaseIsRefused() {
        environment.setProperty("spring.datasource.url", "jdbc:h2:mem:muhatap");

        assertThatThrownBy(this::start).hasMessageContaining("spring.datasource.url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "muhatap.notification.base-url | http://basvuru.belediye.example",
                "muhatap.notification.base-url | basvuru.belediye.example",
                "muhatap.notification.base-url | ftp://basvuru.belediye.example",
                "muhatap.access.basic-for-systems-only | false",
                "muhatap.access.account-failures | 0",
                "muhatap.access.account-failures | -1",
                "muhatap.access.address-failures | 0",
                "muhatap.access.failure-window | PT0S",
                "muhatap.access.password-iterations | 309999",
                "muhatap.access.password-iterations | 0",
                "muhatap.access.password-iterations | -310000",
                "muhatap.access.session-idle | 0",
                "muhatap.access.session-idle | PT0S",
                "muhatap.access.session-absolute | 0s",
                "muhatap.access.session-absolute | -PT1H",
                "muhatap.oidc.session | 0",
                "server.servlet.session.cookie.secure | false",
                "server.servlet.session.cookie.http-only | false",
                "server.servlet.session.cookie.same-site | none",
                "camunda.bpm.webapp.csrf.enable-secure-cookie | false",
                "spring.mail.properties.mail.smtp.starttls.required | false",
                "server.tomcat.remoteip.internal-proxies | .*",
                "server.tomcat.remoteip.internal-proxies | [0-9.]+",
                "server.tomcat.remoteip.internal-proxies | (",
                "server.forward-headers-strategy | framework"
            })
    void anOpenDoorIsNamed(String property, String value) {
        environment.setProperty(property, value);

        assertThatThrownBy(this::start).hasMessageContaining(property);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "muhatap", "postgres", "password", "Parola", "CHANGEIT", " secret "})
    void passwordsOfExamplesAreRefused(String example) {
        for (var property : List.of(
                "spring.datasource.password",
                "spring.flyway.password",
                "spring.mail.password",
                "spring.security.oauth2.client.registration.kurum.client-secret")) {
            var former = environment.getProperty(property, "a-long-secret");
            environment.setProperty(property, example);

            assertThatThrownBy(this::start).hasMessageContaining(property + " must not be a default");
            environment.setProperty(property, former);
        }
    }

    @Test
    void mailOnThisMachineNeedsNoEncryption() {
        environment.setProperty("spring.mail.properties.mail.smtp.starttls.required", "false");
        environment.setProperty("spring.mail.host", "localhost");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void tokensAreTakenOnlyFromANamedServerForThisProgram() {
        environment.setProperty(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", "https://kimlik.belediye.example/keys");
        assertThatThrownBy(this::start)
                .hasMessageContaining("spring.security.oauth2.resourceserver.jwt.audiences")
                .hasMessageContaining("spring.security.oauth2.resourceserver.jwt.issuer-uri");

        environment.setProperty(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://kimlik.belediye.example");
        environment.setProperty("spring.security.oauth2.resourceserver.jwt.audiences[0]", "muhatap");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void theDemosProfileIsRefused() {
        environment.setActiveProfiles("production", "demo");

        assertThatThrownBy(this::start).hasMessageContaining("spring.profiles.active");
    }

    @Test
    void aDemoUserIsRefusedWhileItHasTheDemosPassword() {
        when(users.withPassword(ProductionGuard.DEMO_USERS, "demo")).thenReturn(List.of("halkla"));
        assertThatThrownBy(this::start).hasMessageContaining("halkla");

        when(users.withPassword(ProductionGuard.DEMO_USERS, "demo")).thenReturn(List.of());
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void start() {
        ProductionGuard.BeforeAnythingElse.productionSettings(environment)
                .postProcessBeanFactory(new DefaultListableBeanFactory());
        ProductionGuard.refuseDemoUsers(users);
    }
}

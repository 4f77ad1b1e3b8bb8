package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class ProductionGuardTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://localhost/muhatap")
            .withProperty("spring.datasource.username", "muhatap")
            .withProperty("spring.datasource.password", "a-long-secret")
            .withProperty("spring.mail.host", "mail.example")
            .withProperty("muhatap.notification.mail-from", "muhatap@belediye.example")
            .withProperty("muhatap.tracking.key", "a-long-secret-of-more-than-32-characters")
            .withProperty("muhatap.notification.base-url", "https://basvuru.belediye.example");
    private final IdentityService identityService = mock(IdentityService.class, RETURNS_DEEP_STUBS);

    @BeforeEach
    void noUserYet() {
        givenUsers(List.of());
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
                "muhatap.notification.base-url"
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

    @Test
    void anAddressWithoutEncryptionIsRefused() {
        environment.setProperty("muhatap.notification.base-url", "http://basvuru.belediye.example");

        assertThatThrownBy(this::start).hasMessageContaining("muhatap.notification.base-url");
    }

    @Test
    void theDemosProfileIsRefused() {
        environment.setActiveProfiles("production", "demo");

        assertThatThrownBy(this::start).hasMessageContaining("spring.profiles.active");
    }

    @Test
    void aDemoUserIsRefusedWhileItHasTheDemosPassword() {
        var halkla = mock(User.class);
        when(halkla.getId()).thenReturn("halkla");
        givenUsers(List.of(halkla));

        when(identityService.checkPassword("halkla", "demo")).thenReturn(true);
        assertThatThrownBy(this::start).hasMessageContaining("halkla");

        when(identityService.checkPassword("halkla", "demo")).thenReturn(false);
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void givenUsers(List<User> users) {
        when(identityService.createUserQuery().userIdIn(any(String[].class)).list())
                .thenReturn(users);
    }

    private void start() {
        ProductionGuard.BeforeAnythingElse.productionSettings(environment)
                .postProcessBeanFactory(new DefaultListableBeanFactory());
        new ProductionGuard(identityService).afterSingletonsInstantiated();
    }
}

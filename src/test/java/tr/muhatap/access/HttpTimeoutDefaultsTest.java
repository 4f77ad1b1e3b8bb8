package tr.muhatap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class HttpTimeoutDefaultsTest {

    private final HttpTimeoutDefaults limits = new HttpTimeoutDefaults();

    @Test
    void whatIsAskedOverHttpHasLimitsWhereNobodySetAny() {
        limits.postProcessEnvironment(new MockEnvironment(), new SpringApplication());

        assertThat(System.getProperty("sun.net.client.defaultConnectTimeout")).isEqualTo("5000");
        assertThat(System.getProperty("sun.net.client.defaultReadTimeout")).isEqualTo("10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "-1s"})
    void waitingForEverIsRefused(String value) {
        var environment = new MockEnvironment().withProperty(HttpTimeoutDefaults.ANSWER, value);

        assertThatThrownBy(() -> limits.postProcessEnvironment(environment, new SpringApplication()))
                .hasMessageContaining(HttpTimeoutDefaults.ANSWER);
    }
}

package tr.muhatap.access;

import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets connect and read timeouts for outgoing HTTP requests to the OIDC server (tokens, keys, user info). Those clients
 * have no timeouts by default, and an unresponsive server would block all sign-ins. Set as JVM-wide properties before
 * the first client is created.
 */
class HttpTimeoutDefaults implements EnvironmentPostProcessor {

    static final String CONNECT = "muhatap.http.connect";
    static final String ANSWER = "muhatap.http.answer";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        set("sun.net.client.defaultConnectTimeout", CONNECT, environment.getProperty(CONNECT, "5s"));
        set("sun.net.client.defaultReadTimeout", ANSWER, environment.getProperty(ANSWER, "10s"));
    }

    private static void set(String property, String setting, String value) {
        Duration limit = DurationStyle.detectAndParse(value);
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException(setting + " must be longer than nothing, not " + value);
        }
        System.setProperty(property, String.valueOf(limit.toMillis()));
    }
}

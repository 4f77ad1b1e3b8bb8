package tr.muhatap.access;

import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Time limits of what the program asks of other servers over HTTP: the OIDC server's tokens, keys and user data. Their clients
 * have none of their own, and a server that is silent would hold the sign-ins of all. Set for the whole virtual machine before
 * the first of them is made.
 */
class HttpLimits implements EnvironmentPostProcessor {

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

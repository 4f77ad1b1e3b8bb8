package tr.muhatap;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Fails a class that leaves changed global state: locale, time zone, security context, request context, logging
 * context, system properties. Registered by JUnit's service loader.
 */
public class StaticsAsBefore implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(StaticsAsBefore.class);

    private record Statics(
            Locale language,
            TimeZone zone,
            @Nullable Authentication signedIn,
            boolean inRequest,
            Map<String, String> log,
            Map<String, String> properties) {

        static Statics now() {
            var log = MDC.getCopyOfContextMap();
            var properties = new HashMap<String, String>();
            for (var name : System.getProperties().stringPropertyNames()) {
                if (name.startsWith("muhatap.") || name.startsWith("spring.")) {
                    properties.put(name, System.getProperty(name, ""));
                }
            }
            return new Statics(
                    Locale.getDefault(),
                    TimeZone.getDefault(),
                    SecurityContextHolder.getContext().getAuthentication(),
                    RequestContextHolder.getRequestAttributes() != null,
                    log == null ? Map.of() : log,
                    properties);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(HERE).put(context.getUniqueId(), Statics.now());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var before = context.getStore(HERE).get(context.getUniqueId(), Statics.class);
        var after = Statics.now();
        ClockUtil.reset();
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
        MDC.clear();
        Locale.setDefault(before.language());
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(after.language()).as("language").isEqualTo(before.language());
            all.assertThat(after.zone()).as("time zone").isEqualTo(before.zone());
            all.assertThat(after.signedIn()).as("who is signed in").isEqualTo(before.signedIn());
            all.assertThat(after.inRequest()).as("in a request").isEqualTo(before.inRequest());
            all.assertThat(after.log()).as("words of the log").isEqualTo(before.log());
            all.assertThat(after.properties()).as("properties").isEqualTo(before.properties());
        });
    }
}

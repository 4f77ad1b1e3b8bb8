package tr.muhatap.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps the program from serving citizens half configured: in profile {@code production} it does not start on the demo's
 * database, with a default, or with a demo user, and names every property that has to be set.
 */
@Component
@Profile("production")
class ProductionGuard implements SmartInitializingSingleton {

    /** The demo's users; none of them may exist here. */
    static final List<String> DEMO_USERS = List.of(
            "masa",
            "operator",
            "bilgi",
            "halkla",
            "fen",
            "park",
            "yonetici",
            "mudur",
            "surec",
            "denetci",
            "istemci",
            "admin");

    static final String DEMO_PASSWORD = "demo";

    private final Environment environment;
    private final IdentityService identityService;

    ProductionGuard(Environment environment, IdentityService identityService) {
        this.environment = environment;
        this.identityService = identityService;
    }

    /** Runs before the web server begins to listen. */
    @Override
    public void afterSingletonsInstantiated() {
        var faults = new ArrayList<>(wrongSettings());
        if (faults.isEmpty()) {
            demoUsers().forEach(user -> faults.add("demo user " + user + " exists with the demo's password"));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not ready for production: " + String.join("; ", faults));
        }
    }

    private List<String> wrongSettings() {
        var faults = new ArrayList<String>();
        if (Arrays.asList(environment.getActiveProfiles()).contains("demo")) {
            faults.add("spring.profiles.active must not hold demo");
        }
        if (!text("spring.datasource.url").startsWith("jdbc:postgresql:")) {
            faults.add("spring.datasource.url must name a PostgreSQL database");
        }
        for (var secret : List.of("spring.datasource.username", "spring.datasource.password", "spring.mail.host")) {
            if (text(secret).isBlank()) {
                faults.add(secret + " must be set");
            }
        }
        if (text("spring.datasource.password").equals(DEMO_PASSWORD)) {
            faults.add("spring.datasource.password must not be a default");
        }
        for (var own : List.of("muhatap.notification.mail-from", "muhatap.notification.base-url")) {
            if (text(own).isBlank()) {
                faults.add(own + " must be set");
            }
        }
        return faults;
    }

    private List<String> demoUsers() {
        return identityService.createUserQuery().userIdIn(DEMO_USERS.toArray(String[]::new)).list().stream()
                .map(user -> user.getId())
                .filter(user -> identityService.checkPassword(user, DEMO_PASSWORD))
                .toList();
    }

    private String text(String property) {
        @Nullable String value = environment.getProperty(property);
        return value == null ? "" : value;
    }
}

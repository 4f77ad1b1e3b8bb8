package tr.muhatap.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prevents a half-configured start: in profile {@code production} the program refuses the demo database, default values
 * and demo users, and names every missing property. Settings are checked before any bean is created, so that missing
 * ones are named before they cause other failures.
 */
@Component
@Profile("production")
class ProductionGuard implements SmartInitializingSingleton {

    /** The demo's users; none of them may exist in production with the demo's password. */
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

    private static final String BASE_URL = "muhatap.notification.base-url";

    private static final int SHORTEST_KEY = 32;

    private static final List<String> NEEDED = List.of(
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.mail.host",
            "muhatap.notification.mail-from",
            "muhatap.audit.key",
            BASE_URL);

    private final UserDirectory users;
    private final JdbcClient jdbc;
    private final Environment environment;

    ProductionGuard(UserDirectory users, JdbcClient jdbc, Environment environment) {
        this.users = users;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** Runs before the web server accepts connections. */
    @Override
    public void afterSingletonsInstantiated() {
        refuse(DatabaseRole.faults(jdbc, ownerIsAnother()));
        refuseDemoUsers(users);
    }

    static void refuseDemoUsers(UserDirectory users) {
        refuse(users.withPassword(DEMO_USERS, DEMO_PASSWORD).stream()
                .map(user -> "demo user " + user + " exists with the demo's password")
                .toList());
    }

    private boolean ownerIsAnother() {
        String owner = text(environment, "spring.flyway.user");
        return !owner.isBlank() && !owner.equals(text(environment, "spring.datasource.username"));
    }

    /** Checks the settings before any bean is created. */
    @Configuration(proxyBeanMethods = false)
    @Profile("production")
    static class BeforeAnythingElse {

        @Bean
        static BeanFactoryPostProcessor productionSettings(Environment environment) {
            return beans -> refuse(wrongSettings(environment));
        }
    }

    static List<String> wrongSettings(Environment environment) {
        var faults = new ArrayList<String>();
        if (environment.matchesProfiles("demo")) {
            faults.add("spring.profiles.active must not hold demo");
        }
        if (!text(environment, "spring.datasource.url").startsWith("jdbc:postgresql:")) {
            faults.add("spring.datasource.url must name a PostgreSQL database");
        }
        NEEDED.stream()
                .filter(property -> text(environment, property).isBlank())
                .forEach(property -> faults.add(property + " must be set"));
        if (text(environment, "muhatap.tracking.key").length() < SHORTEST_KEY) {
            faults.add("muhatap.tracking.key must be a secret of at least " + SHORTEST_KEY + " characters");
        }
        faults.addAll(UnsafeSettings.in(environment));
        return faults;
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ProductionSettingsException(faults);
        }
    }

    private static String text(Environment environment, String property) {
        return environment.getProperty(property, "");
    }
}

package tr.muhatap.postgres;

import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that production demands, on a database of its own and a mail server that keeps all mail to itself. */
final class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final GreenMail MAIL = startMail();

    static Map<String, String> on(String jdbcUrl) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.datasource.url", jdbcUrl);
        settings.put("spring.datasource.username", Postgres.PROGRAM);
        settings.put("spring.datasource.password", "a-secret-of-the-test");
        settings.put("spring.flyway.user", Postgres.OWNER);
        settings.put("spring.flyway.password", "the-owners-secret-of-the-test");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(MAIL.getSmtp().getPort()));
        settings.put("muhatap.tracking.key", "a-secret-of-the-tests-of-more-than-32-characters");
        settings.put("muhatap.audit.key", "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
        settings.put("spring.mail.properties.mail.smtp.starttls.required", "false");
        settings.put("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1");
        settings.put("muhatap.notification.mail-from", "muhatap@belediye.example");
        settings.put("muhatap.notification.base-url", "https://basvuru.belediye.example");
        for (var limit : List.of("per-address", "per-recipient", "wrong-codes")) {
            settings.put("muhatap.rate." + limit, "1000000");
        }
        return settings;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = on(Postgres.url(Postgres.port(), Postgres.newDatabase()));
        settings.putAll(OidcServer.settings());
        // Spring Boot cannot read it from behind the proxy that counts round trips.
        settings.put("spring.flyway.url", settings.getOrDefault("spring.datasource.url", ""));
        TestPropertyValues.of(settings).applyTo(context);
    }

    /** Who takes the mail; a test may let them refuse it for a while. */
    static UserManager mailboxes() {
        return MAIL.getUserManager();
    }

    private static GreenMail startMail() {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }
}

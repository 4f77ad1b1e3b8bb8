package tr.muhatap.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/** Finds configured values that are unsafe in production; each fault names its property. */
final class UnsafeSettings {

    /** Passwords of examples and installers, case-insensitive; the first that an attacker tries. */
    static final Set<String> EXAMPLES = Set.of(
            "demo",
            "muhatap",
            "postgres",
            "postgresql",
            "password",
            "passw0rd",
            "parola",
            "sifre",
            "şifre",
            "secret",
            "gizli",
            "changeit",
            "changeme",
            "change-me",
            "degistir",
            "example",
            "ornek",
            "admin",
            "root",
            "test",
            "sa",
            "123456",
            "12345678",
            "123456789",
            "qwerty");

    private static final String BASE_URL = "muhatap.notification.base-url";
    private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";
    private static final String ACCESS = "muhatap.access.";
    private static final String COOKIE = "server.servlet.session.cookie.";
    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    private static final String SMTP = "spring.mail.properties.mail.smtp.";

    /**
     * Documentation networks (RFC 5737, RFC 3849): no real proxy has such an address, so a pattern that matches them
     * trusts everyone.
     */
    private static final List<String> STRANGERS = List.of("192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final List<String> PASSWORDS =
            List.of("spring.datasource.password", "spring.flyway.password", "spring.mail.password");

    private static final Pattern SECRET =
            Pattern.compile("(?:spring|muhatap)[._].*(?:password|secret|token|[._-]key)", Pattern.CASE_INSENSITIVE);

    private final Environment environment;
    private final List<String> faults = new ArrayList<>();

    private UnsafeSettings(Environment environment) {
        this.environment = environment;
    }

    static List<String> in(Environment environment) {
        var settings = new UnsafeSettings(environment);
        settings.address();
        settings.proxies();
        settings.signIn();
        settings.cookies();
        settings.mail();
        settings.tokens();
        settings.secrets();
        return settings.faults;
    }

    private void address() {
        String baseUrl = text(BASE_URL);
        if (!baseUrl.isBlank() && !baseUrl.toLowerCase(Locale.ROOT).startsWith("https://")) {
            faults.add(BASE_URL + " must begin with https://, since the sign-in's cookies travel there alone");
        }
    }

    private void proxies() {
        String proxies = text(PROXIES);
        if (proxies.isBlank()) {
            faults.add(PROXIES + " must name the proxies whose X-Forwarded-For is believed, as a regular expression");
        } else {
            try {
                var pattern = Pattern.compile(proxies);
                if (STRANGERS.stream()
                        .anyMatch(address -> pattern.matcher(address).matches())) {
                    faults.add(PROXIES + " must name the proxies alone, it takes everybody's word");
                }
            } catch (PatternSyntaxException e) {
                faults.add(PROXIES + " must be a regular expression: " + e.getDescription());
            }
        }
        if (text("server.forward-headers-strategy").equalsIgnoreCase("framework")) {
            faults.add("server.forward-headers-strategy must not be framework, which believes everybody's headers");
        }
    }

    private void signIn() {
        if (!isTrue(ACCESS + "basic-for-systems-only")) {
            faults.add(ACCESS + "basic-for-systems-only must be true: people use the sign-in page");
        }
        Stream.of("account-failures", "address-failures")
                .filter(property -> isNotPositive(ACCESS + property))
                .forEach(property -> faults.add(ACCESS + property + " must be more than 0"));
        if (isFewerThan(AccessSettings.PASSWORD_ITERATIONS, ACCESS + "password-iterations")) {
            faults.add(ACCESS + "password-iterations must be at least " + AccessSettings.PASSWORD_ITERATIONS);
        }
        Stream.of(
                        ACCESS + "failure-window",
                        ACCESS + "session-idle",
                        ACCESS + "session-absolute",
                        "muhatap.oidc.session")
                .filter(this::isNoTime)
                .forEach(property -> faults.add(property + " must be a time longer than 0"));
    }

    private void cookies() {
        Stream.of(COOKIE + "secure", COOKIE + "http-only", "camunda.bpm.webapp.csrf.enable-secure-cookie")
                .filter(property -> !isTrue(property))
                .forEach(property -> faults.add(property + " must be true"));
        if (!Set.of("lax", "strict").contains(text(COOKIE + "same-site").toLowerCase(Locale.ROOT))) {
            faults.add(COOKIE + "same-site must be lax or strict");
        }
    }

    private void mail() {
        String host = text("spring.mail.host").toLowerCase(Locale.ROOT);
        boolean encrypted = isTrue(SMTP + "starttls.required")
                || isTrue(SMTP + "ssl.enable")
                || text("spring.mail.protocol").equals("smtps");
        if (!encrypted && !LOOPBACK.contains(host)) {
            faults.add(SMTP + "starttls.required must be true, unless spring.mail.host is this machine");
        }
    }

    private void tokens() {
        if (!text(JWT + "issuer-uri").isBlank() || !text(JWT + "jwk-set-uri").isBlank()) {
            if (text(JWT + "issuer-uri").isBlank()) {
                faults.add(JWT + "issuer-uri must be set: tokens of other servers are not taken");
            }
            if (list(JWT + "audiences").stream().allMatch(String::isBlank)) {
                faults.add(JWT + "audiences must be set: tokens for other programs are not taken");
            }
        }
    }

    private void secrets() {
        PASSWORDS.stream()
                .filter(property -> isExample(text(property)))
                .forEach(property -> faults.add(property + " must not be a default"));
        if (environment instanceof ConfigurableEnvironment configurable) {
            configurable.getPropertySources().stream()
                    .filter(EnumerablePropertySource.class::isInstance)
                    .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                    .filter(property -> SECRET.matcher(property).matches())
                    .distinct()
                    .filter(property -> !PASSWORDS.contains(
                            property.toLowerCase(Locale.ROOT).replace('_', '.')))
                    .filter(property -> isExample(text(property)))
                    .forEach(property -> faults.add(property + " must not be a default"));
        }
    }

    private boolean isExample(String secret) {
        return EXAMPLES.contains(secret.strip().toLowerCase(Locale.ROOT));
    }

    private boolean isTrue(String property) {
        return text(property).equalsIgnoreCase("true");
    }

    private boolean isNotPositive(String property) {
        String number = text(property);
        return !number.matches("0*[1-9][0-9]{0,8}");
    }

    /** An unset property has its default. */
    private boolean isFewerThan(int least, String property) {
        String number = text(property);
        return !number.isBlank() && (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) < least);
    }

    /** An unset property has its default, which is a duration. */
    private boolean isNoTime(String property) {
        String time = text(property);
        if (time.isBlank()) {
            return false;
        }
        try {
            return DurationStyle.detectAndParse(time).compareTo(Duration.ZERO) <= 0;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private List<String> list(String property) {
        return Binder.get(environment)
                .bind(property, Bindable.listOf(String.class))
                .orElse(List.of());
    }

    private String text(String property) {
        return environment.getProperty(property, "");
    }
}

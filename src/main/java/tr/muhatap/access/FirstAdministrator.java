package tr.muhatap.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bootstraps the first administrator: if there is no user and no OIDC server, a one-time token that expires is written
 * to the log, for whoever can read it.
 */
@Component
@Profile("production")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int TOKEN_BYTES = 24;

    private final UserDirectory users;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Oidc oidc;
    private final String baseUrl;
    private volatile @Nullable String token;

    FirstAdministrator(
            UserDirectory users,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Oidc oidc,
            @Value("${muhatap.notification.base-url}") String baseUrl) {
        this.users = users;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.oidc = oidc;
        this.baseUrl = baseUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (!oidc.signsPeopleIn() && nobodyIsThere()) {
            var random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            String offered = HexFormat.of().formatHex(random);
            token = offered;
            LOG.warn(
                    "Henüz kullanıcı yok. İlk yönetici {}/kurulum adresinde şu kodla kaydedilir: {}", baseUrl, offered);
        }
    }

    /** Whether the first administrator can still be created. */
    boolean isWanted() {
        return token != null && nobodyIsThere();
    }

    /** Whether this is the token that this start has logged. */
    synchronized boolean isOffered(String givenToken) {
        String offered = token;
        return offered != null && same(offered, givenToken);
    }

    /** Creates the administrator and invalidates the token; false if the token does not match or has expired. */
    synchronized boolean create(String givenToken, String name, String password) {
        if (!isOffered(givenToken)) {
            return false;
        }
        boolean created = Boolean.TRUE.equals(transaction.execute(tx -> {
            // Another node may have logged a token of its own
            jdbc.sql("select name from node_lock where name = 'first-administrator' for update")
                    .query(String.class)
                    .single();
            if (!nobodyIsThere()) {
                return false;
            }
            users.createAdministrator(name, password);
            return true;
        }));
        token = null;
        return created;
    }

    private boolean nobodyIsThere() {
        return !users.hasUsers();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

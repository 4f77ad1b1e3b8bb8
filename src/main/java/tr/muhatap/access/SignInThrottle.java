package tr.muhatap.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Throttles password guessing: after a number of failures an account or an address is blocked for a while. Counted in
 * the database, for all nodes together. Accounts are stored as digests, since people type passwords into the wrong
 * field.
 */
@Component
class SignInThrottle {

    private final AccessSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(AccessSettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws TooManyFailuresException while the account or the address is blocked */
    void check(String account, String address) {
        if (limits(account, address).isEmpty()) {
            return;
        }
        var now = now();
        jdbc.sql(
                        "select max(until_at) from sign_in_failure where until_at > :now and ((who = :account and failures >= :most) "
                                + "or (who = :address and failures >= :mostOfAddress))")
                .param("now", now)
                .param("account", ofAccount(account))
                .param("most", orUnlimited(settings.accountFailures()))
                .param("address", ofAddress(address))
                .param("mostOfAddress", orUnlimited(settings.addressFailures()))
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .ifPresent(until -> {
                    throw new TooManyFailuresException(Duration.between(now, until));
                });
    }

    /** Counts a failure; returns whether the account or the address is blocked from now on. */
    boolean failed(String account, String address) {
        var limits = limits(account, address);
        if (!limits.isEmpty()) {
            jdbc.sql("delete from sign_in_failure where until_at <= :now")
                    .param("now", now())
                    .update();
            limits.keySet().forEach(this::count);
        }
        return limits.entrySet().stream().anyMatch(limit -> failures(limit.getKey()) == limit.getValue());
    }

    void succeeded(String account) {
        if (settings.accountFailures() > 0) {
            jdbc.sql("delete from sign_in_failure where who = :who")
                    .param("who", ofAccount(account))
                    .update();
        }
    }

    private int failures(String who) {
        return jdbc.sql("select failures from sign_in_failure where who = :who")
                .param("who", who)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void count(String who) {
        if (raise(who) == 0) {
            try {
                jdbc.sql("insert into sign_in_failure (who, failures, until_at) values (:who, 1, :until)")
                        .param("who", who)
                        .param("until", now().plus(settings.failureWindow()))
                        .update();
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                raise(who);
            }
        }
    }

    private int raise(String who) {
        return jdbc.sql("update sign_in_failure set failures = failures + 1 where who = :who")
                .param("who", who)
                .update();
    }

    private Map<String, Integer> limits(String account, String address) {
        var limits = new java.util.LinkedHashMap<String, Integer>();
        limits.put(ofAccount(account), settings.accountFailures());
        limits.put(ofAddress(address), settings.addressFailures());
        limits.values().removeIf(most -> most == 0);
        return limits;
    }

    private static int orUnlimited(int most) {
        return most == 0 ? Integer.MAX_VALUE : most;
    }

    private static String ofAddress(String address) {
        return "address:" + address;
    }

    private static String ofAccount(String account) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return "account:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

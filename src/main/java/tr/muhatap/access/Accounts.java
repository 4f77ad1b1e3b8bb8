package tr.muhatap.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads user accounts from the engine's identity tables. Each node caches an account for {@link #REMEMBERED}, which
 * bounds how long a revoked membership, password or account remains in effect.
 */
@Component
public class Accounts {

    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<String, Optional<Account>> remembered;

    /**
     * A user that exists and is not locked.
     *
     * @param mark changes with the password and when a user of the same name is created again
     * @param fullName first and last name; blank if not entered
     */
    record Account(String mark, List<String> groups, String fullName) {}

    private record Row(
            String stored,
            @Nullable Timestamp lockedUntil,
            @Nullable String group,
            String fullName) {}

    @Autowired
    Accounts(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, Ticker.systemTicker());
    }

    Accounts(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build(this::read);
    }

    /** Empty if there is no such user, or if it is locked. */
    Optional<Account> find(String name) {
        return remembered.get(name);
    }

    /** How a user is addressed: by first and last name, else by the user name. */
    public String fullName(String name) {
        return find(name).map(Account::fullName).filter(full -> !full.isBlank()).orElse(name);
    }

    /** Bypasses the cache. */
    Optional<Account> findNow(String name) {
        remembered.invalidate(name);
        return remembered.get(name);
    }

    /** Evicts a user from this node's cache. */
    void forget(String name) {
        remembered.invalidate(name);
    }

    /** Evicts all users, for changes that may affect many, such as a deleted group. */
    public void forgetAll() {
        remembered.invalidateAll();
    }

    /** Current e-mail address of a user; empty if there is none. */
    public String email(String name) {
        return jdbc.sql("select coalesce(email_, '') from act_id_user where id_ = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Of two transactions that hold the same user the second waits for the end of the first. */
    public void hold(Collection<String> names) {
        jdbc.sql("select id_ from act_id_user where id_ in (:names) order by id_ for update")
                .param("names", names)
                .query(String.class)
                .list();
    }

    /** Current password hash of a user; empty if there is none. */
    public String passwordHash(String name) {
        return jdbc.sql("select coalesce(pwd_, '') from act_id_user where id_ = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Optional<Account> read(String name) {
        var rows = jdbc.sql(
                        "select u.pwd_, u.salt_, u.lock_exp_time_, m.group_id_, "
                                + "trim(concat(u.first_, ' ', u.last_)) as full_name from act_id_user u "
                                + "left join act_id_membership m on m.user_id_ = u.id_ where u.id_ = :name order by m.group_id_")
                .param("name", name)
                .query(Accounts::row)
                .list();
        if (rows.isEmpty() || isLocked(rows.get(0))) {
            return Optional.empty();
        }
        return Optional.of(new Account(
                mark(rows.get(0).stored()),
                rows.stream().map(Row::group).filter(Objects::nonNull).toList(),
                rows.get(0).fullName()));
    }

    private boolean isLocked(Row row) {
        return row.lockedUntil() != null && row.lockedUntil().toInstant().isAfter(clock.instant());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("pwd_") + "|" + row.getString("salt_"),
                row.getTimestamp("lock_exp_time_"),
                row.getString("group_id_"),
                row.getString("full_name"));
    }

    private static String mark(String stored) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

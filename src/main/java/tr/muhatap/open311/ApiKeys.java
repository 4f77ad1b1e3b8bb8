package tr.muhatap.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tr.muhatap.access.CurrentUser;
import tr.muhatap.access.SecurityLog;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.PlainText;
import tr.muhatap.text.Texts;

/**
 * Keys of the applications that deliver by Open311. A key is shown once, to the administrator who makes it, and kept as a
 * hash; a client may have several, so that it can change over from one to the next.
 */
@Component
public class ApiKeys {

    /** Name of the form's field: whose key it is. */
    public static final String CLIENT = "istemci";

    /** Name of the form's field: who answers for it. */
    public static final String CONTACT = "sorumlu";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_CONTACT = 100;
    private static final int LONGEST_KEY = 100;
    private static final int BYTES = 32;
    private static final String BEGINNING = "o311_";

    private final JdbcClient jdbc;
    private final SecurityLog log;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, SecurityLog log, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A key without its secret.
     *
     * @param usedOn when it was last used; null if never
     * @param withdrawnAt from when on it opens nothing; null while it does
     */
    public record ApiKey(
            long id,
            String client,
            String contact,
            Instant madeAt,
            String madeBy,
            @Nullable LocalDate usedOn,
            @Nullable Instant withdrawnAt) {}

    /** All, those that open first, the newest before the older ones. */
    public List<ApiKey> all() {
        return jdbc.sql("select id, istemci, sorumlu, made_at, made_by, used_on, withdrawn_at from open311_anahtar "
                        + "order by case when withdrawn_at is null then 0 else 1 end, id desc")
                .query(ApiKeys::key)
                .list();
    }

    /**
     * Makes a key.
     *
     * @return the key itself, which nothing shows again
     * @throws tr.muhatap.problem.InvalidInputException naming every faulty field
     */
    @Transactional
    public String make(@Nullable String client, @Nullable String contact) {
        var check = new Check();
        String name = check.line(CLIENT, client, LONGEST_NAME);
        check.require(name == null || NAME.matcher(name).matches(), CLIENT, Texts.of("open311.anahtar.istemci-kodu"));
        String words = check.line(CONTACT, contact, LONGEST_CONTACT);
        check.done();
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String key = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into open311_anahtar (istemci, sorumlu, ozet, made_at, made_by) "
                        + "values (:client, :contact, :hash, :at, :by)")
                .param("client", Check.given(name))
                .param("contact", Check.given(words))
                .param("hash", hash(key))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentUser.name())
                .update();
        log.write(SecurityLog.Action.ANAHTAR_VERILDI, currentUser.name(), name, null);
        return key;
    }

    /**
     * From now on it opens nothing; idempotent.
     *
     * @throws NotFoundException if there is no such key
     */
    @Transactional
    public void withdraw(long id) {
        String client = jdbc.sql("select istemci from open311_anahtar where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException(Texts.of("open311.anahtar.yok")));
        int changed = jdbc.sql("update open311_anahtar set withdrawn_at = :at, withdrawn_by = :by "
                        + "where id = :id and withdrawn_at is null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentUser.name())
                .param("id", id)
                .update();
        if (changed > 0) {
            log.write(SecurityLog.Action.ANAHTAR_GERI_ALINDI, currentUser.name(), client, null);
        }
    }

    /** Whose key it is; empty if it opens nothing. That it was used is written once a day. */
    Optional<String> client(@Nullable String key) {
        if (key == null || key.isBlank() || PlainText.isLongerThan(key, LONGEST_KEY)) {
            return Optional.empty();
        }
        var today = LocalDate.now(clock);
        String hash = hash(key.strip());
        record Found(String client, @Nullable LocalDate usedOn) {}
        var found = jdbc.sql("select istemci, used_on from open311_anahtar where ozet = :hash and withdrawn_at is null")
                .param("hash", hash)
                .query((row, index) -> new Found(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional();
        found.filter(known -> !today.equals(known.usedOn()))
                .ifPresent(known -> jdbc.sql("update open311_anahtar set used_on = :today where ozet = :hash")
                        .param("today", today)
                        .param("hash", hash)
                        .update());
        return found.map(Found::client);
    }

    /** A key is random and as long as the hash: it cannot be guessed from it, however quickly one hashes. */
    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        var withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new ApiKey(
                row.getLong("id"),
                row.getString("istemci"),
                row.getString("sorumlu"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getObject("used_on", LocalDate.class),
                withdrawnAt == null ? null : withdrawnAt.toInstant());
    }
}

package tr.muhatap.takip;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Key of the tracking codes: from the setting, or, in the demonstration, generated once and stored in the database. */
@Component
class TrackingKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int ROW = 1;

    private final TrackingSettings settings;
    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec key;

    TrackingKey(TrackingSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** Keyed hash of a text. */
    byte[] hash(String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No tracking code can be derived", e);
        }
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            String secret = settings.key().isBlank() ? kept() : settings.key();
            known = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
            key = known;
        }
        return known;
    }

    private String kept() {
        var there = read();
        if (there != null) {
            return there;
        }
        var made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        try {
            jdbc.sql("insert into takip_anahtari (id, anahtar) values (:id, :anahtar)")
                    .param("id", ROW)
                    .param("anahtar", HexFormat.of().formatHex(made))
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            // another node was faster: use its key
        }
        there = read();
        if (there == null) {
            throw new IllegalStateException("The key of the tracking codes was not kept");
        }
        return there;
    }

    private @Nullable String read() {
        return jdbc.sql("select anahtar from takip_anahtari where id = :id")
                .param("id", ROW)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}

package tr.muhatap.audit;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing and anchoring of the log's heads.
 *
 * @param key Ed25519 private key (PKCS#8, Base64) that signs them; a new key takes effect at the next start, and
 *     earlier signatures remain valid. Empty, in the demonstration only: generated at each start
 * @param trusted public keys (Base64) whose heads are valid as well as those of {@code key}: former ones, and other
 *     nodes'; without a {@code key}, every key in the database is accepted
 * @param anchorDirectory directory for a copy of each head, on a disk that the database's administrators cannot
 *     write to; empty: none
 * @param wholeUpTo largest log that is verified whole each time; of a longer one only the growth is verified, and the
 *     whole log once a day, at the first run after a start, and on demand
 */
@ConfigurationProperties("muhatap.audit")
record AuditSettings(
        @DefaultValue("") String key,
        @DefaultValue List<String> trusted,
        @DefaultValue("") String anchorDirectory,
        @DefaultValue("50000") long wholeUpTo) {

    AuditSettings {
        trusted = List.copyOf(trusted);
    }
}

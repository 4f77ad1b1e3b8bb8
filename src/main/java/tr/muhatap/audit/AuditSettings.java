package tr.muhatap.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing and anchoring of the log's heads.
 *
 * @param key Ed25519 private key (PKCS#8, Base64) that signs them; a new key takes effect at the next start, and
 *     earlier signatures remain valid. Empty, in the demonstration only: generated at each start
 * @param anchorDirectory directory for a copy of each head, on a disk that the database's administrators cannot
 *     write to; empty: none
 */
@ConfigurationProperties("muhatap.audit")
record AuditSettings(
        @DefaultValue("") String key, @DefaultValue("") String anchorDirectory) {}

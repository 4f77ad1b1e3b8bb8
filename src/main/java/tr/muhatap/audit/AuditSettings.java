package tr.muhatap.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log's heads.
 *
 * @param key Ed25519 private key (PKCS#8, Base64) that signs them; another one counts from the next start on, and what was
 *     signed stays good. Empty, in the demonstration alone: every start makes one
 * @param anchorDirectory where a file of each head is put, on a disk that the database's administrators cannot write to; empty:
 *     nowhere
 */
@ConfigurationProperties("muhatap.audit")
record AuditSettings(
        @DefaultValue("") String key, @DefaultValue("") String anchorDirectory) {}

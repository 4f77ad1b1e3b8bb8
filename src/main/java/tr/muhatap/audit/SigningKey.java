package tr.muhatap.audit;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key with which this node signs heads and receipts. Its public part is stored in the database for the other nodes.
 */
@Component
class SigningKey {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);

    private final KeyPair pair;
    private final List<PublicKey> trusted;
    private final boolean isGiven;
    private final JdbcClient jdbc;

    SigningKey(AuditSettings settings, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.trusted = settings.trusted().stream().map(SigningKey::publicKey).toList();
        this.isGiven = !settings.key().isBlank();
        this.pair = settings.key().isBlank() ? HeadKeys.made() : HeadKeys.pair(settings.key());
        LOG.info(
                "Heads of the history's log are signed with key {}{}",
                HeadKeys.id(pair.getPublic()),
                settings.key().isBlank() ? ", made for this start alone: muhatap.audit.key is not set" : "");
    }

    KeyPair pair() {
        return pair;
    }

    /**
     * The keys by which this node knows heads for its own, by their ids. Empty if none was given to it: a key that is
     * made for one start says nothing of heads before it.
     */
    Map<String, PublicKey> trusted() {
        return isGiven
                ? Stream.concat(Stream.of(pair.getPublic()), trusted.stream())
                        .collect(Collectors.toUnmodifiableMap(HeadKeys::id, key -> key, (one, same) -> one))
                : Map.of();
    }

    private static PublicKey publicKey(String base64) {
        try {
            return HeadKeys.publicKey(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException noKey) {
            throw new IllegalArgumentException(
                    "muhatap.audit.trusted must list Ed25519 public keys (X.509 in Base64)", noKey);
        }
    }

    /** Stores the public key if it is missing: nobody could verify the signatures without it. */
    void publish() {
        jdbc.sql("insert into zincir_anahtari (kimlik, acik) select :id, :key where not exists "
                        + "(select 1 from zincir_anahtari where kimlik = :id)")
                .param("id", HeadKeys.id(pair.getPublic()))
                .param("key", pair.getPublic().getEncoded())
                .update();
    }

    /** As {@link #publish}, in a transaction of its own: another node with the same key may insert it concurrently. */
    void publishAlone() {
        try {
            publish();
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            LOG.debug("The public key is kept already");
        }
    }
}

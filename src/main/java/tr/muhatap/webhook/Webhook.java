package tr.muhatap.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that is notified of status changes.
 *
 * @param open whether it is notified now
 * @param secretId from which its secret is derived
 * @param formerSecretId of the secret that signs as well until {@code formerUntil}
 */
record Webhook(
        long id,
        String name,
        String url,
        boolean open,
        String secretId,
        @Nullable String formerSecretId,
        @Nullable Instant formerUntil) {}

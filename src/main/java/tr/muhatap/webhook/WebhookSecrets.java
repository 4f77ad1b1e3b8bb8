package tr.muhatap.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tr.muhatap.takip.TrackingCodes;

/** Secrets of the registered addresses, derived under the program's key: whoever reads the database signs nothing. */
@Component
class WebhookSecrets {

    private final TrackingCodes codes;

    WebhookSecrets(TrackingCodes codes) {
        this.codes = codes;
    }

    /** The newest secret. */
    String current(Webhook webhook) {
        return secret(webhook, webhook.secretId());
    }

    /** The newest secret, and behind it the former one as long as it is valid. */
    List<String> valid(Webhook webhook, Instant now) {
        var valid = new ArrayList<String>();
        valid.add(current(webhook));
        var former = webhook.formerSecretId();
        var until = webhook.formerUntil();
        if (former != null && until != null && now.isBefore(until)) {
            valid.add(secret(webhook, former));
        }
        return valid;
    }

    private String secret(Webhook webhook, String id) {
        return codes.opaque("webhook:" + webhook.id() + ":" + id);
    }
}

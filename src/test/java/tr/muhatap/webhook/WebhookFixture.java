package tr.muhatap.webhook;

import java.time.Duration;
import java.util.List;

final class WebhookFixture {

    private WebhookFixture() {}

    static WebhookSettings settings(List<String> hosts, List<String> privateAddresses) {
        return new WebhookSettings(
                hosts,
                privateAddresses,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1));
    }
}

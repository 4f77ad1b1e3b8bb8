package tr.muhatap.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * NetGSM's REST service for short messages.
 *
 * @param user of the account; empty: short messages are written into files instead
 * @param header the sender's name as NetGSM knows it
 * @param url of the service, without a path
 * @param connect how long it may take to accept a connection
 * @param whole how long one call may take in all
 * @param reports how often it is asked what became of messages
 * @param reportsFor how long it is asked about a message
 */
@Validated
@ConfigurationProperties("muhatap.netgsm")
record NetgsmSettings(
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String header,
        @DefaultValue("https://api.netgsm.com.tr") URI url,
        @DurationMin(millis = 1) @DefaultValue("5s") Duration connect,
        @DurationMin(millis = 1) @DefaultValue("20s") Duration whole,
        @DurationMin(millis = 1) @DefaultValue("5m") Duration reports,
        @DurationMin(hours = 1) @DefaultValue("2d") Duration reportsFor) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    NetgsmSettings {
        if (!user.isEmpty() && (password.isBlank() || header.isBlank())) {
            throw new IllegalArgumentException("muhatap.netgsm.user needs .password and .header");
        }
        if (!"https".equals(url.getScheme()) && !LOOPBACK.contains(String.valueOf(url.getHost()))) {
            throw new IllegalArgumentException("muhatap.netgsm.url has to begin with https://");
        }
    }

    /** Without what opens the account. */
    @Override
    public String toString() {
        return "NetgsmSettings[" + url + "]";
    }
}

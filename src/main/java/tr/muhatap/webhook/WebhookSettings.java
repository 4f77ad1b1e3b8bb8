package tr.muhatap.webhook;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where status changes may be sent, and how long that may take.
 *
 * @param hosts to which requests may go: {@code ebys.belediye.example}, with {@code :8443} for another port, {@code :*} for
 *     every port; empty: to none
 * @param privateAddresses addresses or networks that may be reached though they are not public (10.1.2.0/24)
 * @param connect how long a receiver may take to be found and to accept a connection
 * @param answer how long it may be silent
 * @param whole how long one request may take in all
 * @param sweep how often waiting requests are looked for
 * @param giveUpAfter how long a request is tried
 * @param kept how long settled requests stay in the log
 * @param oldSecret how long the former secret signs as well after a new one was made
 */
@Validated
@ConfigurationProperties("muhatap.webhook")
record WebhookSettings(
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> privateAddresses,
        @DurationMin(millis = 1) @DefaultValue("3s") Duration connect,
        @DurationMin(millis = 1) @DefaultValue("10s") Duration answer,
        @DurationMin(millis = 1) @DefaultValue("20s") Duration whole,
        @DurationMin(millis = 1) @DefaultValue("5s") Duration sweep,
        @DurationMin(hours = 1) @DefaultValue("3d") Duration giveUpAfter,
        @DurationMin(days = 1) @DefaultValue("90d") Duration kept,
        @DurationMin(minutes = 1) @DefaultValue("7d") Duration oldSecret) {

    WebhookSettings {
        hosts = List.copyOf(hosts);
        privateAddresses = List.copyOf(privateAddresses);
    }
}

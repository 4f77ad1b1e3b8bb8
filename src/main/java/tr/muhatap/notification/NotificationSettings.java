package tr.muhatap.notification;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import tr.muhatap.text.Contacts;

/**
 * Settings of message delivery. Timeouts must not be zero, which means infinite to the mail library.
 *
 * @param mailFrom sender's address of every e-mail
 * @param smsDirectory directory of the file-based SMS sender
 * @param baseUrl public base URL, without a trailing slash
 * @param sweep polling interval of the outbox
 * @param mailConnect connect timeout of the mail server
 * @param mailAnswer read timeout
 * @param mailWrite write timeout
 * @param mailWhole time limit for one e-mail, for a server that is slow without being silent
 * @param giveUpAfter how long a message without a permanent failure is retried
 * @param mailFiles maximum total size of attachments of an answer's e-mail; 0: none
 * @param smsLongest maximum characters of an SMS; 402 are six parts of 67
 */
@Validated
@ConfigurationProperties("muhatap.notification")
record NotificationSettings(
        @NotBlank @DefaultValue("muhatap@belediye.example") String mailFrom,
        @NotBlank @DefaultValue("target/sms") String smsDirectory,
        @NotBlank @DefaultValue("http://localhost:8080") String baseUrl,
        @DurationMin(millis = 1) @DefaultValue("2s") Duration sweep,
        @DurationMin(millis = 1) @DefaultValue("10s") Duration mailConnect,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration mailAnswer,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration mailWrite,
        @DurationMin(millis = 1) @DefaultValue("2m") Duration mailWhole,
        @DurationMin(hours = 1) @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("10MB") DataSize mailFiles,
        @Min(160) @DefaultValue("402") int smsLongest) {

    NotificationSettings {
        String fault = mailFrom.isBlank() ? null : Contacts.emailFault(mailFrom);
        if (fault != null) {
            throw new IllegalArgumentException("muhatap.notification.mail-from: " + fault);
        }
    }
}

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
 * How messages go out. No time limit may be zero, which the mail library reads as "wait for ever".
 *
 * @param mailFrom sender's address of every e-mail
 * @param smsDirectory folder into which the file sender writes SMS, relative to the working directory or absolute
 * @param baseUrl address under which citizens reach this program, without a slash at its end
 * @param sweep how often waiting messages are looked for
 * @param mailConnect how long the mail server may take to accept a connection
 * @param mailAnswer how long it may be silent
 * @param mailWrite how long it may take to accept what is written
 * @param mailWhole how long one e-mail may take in all, for a server that is slow without ever being silent
 * @param giveUpAfter how long a message is tried that nobody refuses for good
 * @param mailFiles up to which size an answer's files go along with its e-mail; 0: never
 * @param smsLongest characters of a short message; 402 are six parts of 67
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

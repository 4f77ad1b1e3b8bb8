package tr.muhatap.notification;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages go out.
 *
 * @param mailFrom sender's address of every e-mail
 * @param smsDirectory folder into which the file sender writes SMS, relative to the working directory or absolute
 * @param baseUrl address under which citizens reach this program, without a slash at its end
 */
@Validated
@ConfigurationProperties("muhatap.notification")
record NotificationSettings(
        @NotBlank @DefaultValue("muhatap@belediye.example") String mailFrom,
        @NotBlank @DefaultValue("target/sms") String smsDirectory,
        @NotBlank @DefaultValue("http://localhost:8080") String baseUrl) {}

package tr.muhatap.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Timeouts for mail servers. The mail library limits single reads and writes only; a server that sends a byte a second
 * would hold a connection for ever, so connections have a total lifetime as well.
 */
final class MailLimits {

    private MailLimits() {}

    /** Configures the timeouts of a sender. */
    static void set(JavaMailSenderImpl sender, NotificationSettings settings) {
        var properties = sender.getJavaMailProperties();
        var sockets = new BoundedSockets(settings.mailWhole());
        for (var prefix : List.of("mail.smtp", "mail.smtps")) {
            properties.put(prefix + ".connectiontimeout", millis(settings.mailConnect()));
            properties.put(prefix + ".timeout", millis(settings.mailAnswer()));
            properties.put(prefix + ".writetimeout", millis(settings.mailWrite()));
            properties.put(prefix + ".socketFactory", sockets);
            properties.put(prefix + ".socketFactory.fallback", "false");
            // Once the server has accepted the message, its response to QUIT is irrelevant
            properties.put(prefix + ".quitwait", "false");
        }
    }

    private static String millis(Duration duration) {
        return String.valueOf(Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }
}

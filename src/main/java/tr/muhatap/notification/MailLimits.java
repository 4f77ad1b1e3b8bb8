package tr.muhatap.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Time limits of a mail server's connections. The mail library bounds each single read and write only; a server that
 * sends a byte a second would hold a connection for ever, so each connection has an end of its own, too.
 */
final class MailLimits {

    private MailLimits() {}

    /** Sets the limits on a sender, in place of any others. */
    static void set(JavaMailSenderImpl sender, NotificationSettings settings) {
        var properties = sender.getJavaMailProperties();
        var sockets = new BoundedSockets(settings.mailWhole());
        for (var prefix : List.of("mail.smtp", "mail.smtps")) {
            properties.put(prefix + ".connectiontimeout", millis(settings.mailConnect()));
            properties.put(prefix + ".timeout", millis(settings.mailAnswer()));
            properties.put(prefix + ".writetimeout", millis(settings.mailWrite()));
            properties.put(prefix + ".socketFactory", sockets);
            properties.put(prefix + ".socketFactory.fallback", "false");
            // Once the server has taken the message, its farewell decides nothing
            properties.put(prefix + ".quitwait", "false");
        }
    }

    private static String millis(Duration duration) {
        return String.valueOf(Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }
}

package tr.muhatap.notification;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one message to the outside: SMTP or SMS. The message's key goes with it, so that a repetition can be recognised. */
@Component
class Carrier {

    private final JavaMailSender mail;
    private final SmsSender sms;
    private final MailFrame frame;
    private final NotificationSettings settings;
    private final OutgoingText outgoing;

    Carrier(JavaMailSender mail, SmsSender sms, MailFrame frame, NotificationSettings settings, OutgoingText outgoing) {
        this.mail = mail;
        this.sms = sms;
        this.frame = frame;
        this.settings = settings;
        this.outgoing = outgoing;
        if (mail instanceof JavaMailSenderImpl sender) {
            MailLimits.set(sender, settings);
        }
    }

    /** Throws where the outside did not take it. */
    void carry(Message stored) {
        var message = outgoing.filled(stored);
        String recipient = message.recipient();
        if (recipient == null) {
            return;
        }
        switch (message.medium()) {
            case E_POSTA -> mail(message, recipient);
            case SMS -> sms.send(message.key(), recipient, message.body());
            case POSTA, TELEFON, KAYNAK, KURUM, TAKIP -> {
                // people bring these, or they wait on the tracking page
            }
        }
    }

    private void mail(Message message, String recipient) {
        var mime = mail.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(
                    mime, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom());
            helper.setTo(recipient);
            helper.setSubject(message.subject());
            helper.setText(message.body(), frame.html(message));
            mime.setHeader("X-Muhatap-Anahtar", message.key());
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
        try {
            mail.send(mime);
        } catch (MailSendException atTheFarewell) {
            // Where no message is named the server took it, and only the connection's end failed
            if (!atTheFarewell.getFailedMessages().isEmpty()) {
                throw atTheFarewell;
            }
        }
    }
}

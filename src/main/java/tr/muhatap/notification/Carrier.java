package tr.muhatap.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.text.Contacts;
import tr.muhatap.text.Texts;

/** Sends one message by SMTP or SMS. The message's key is included, so that a repetition can be recognised. */
@Component
class Carrier {

    private final JavaMailSender mail;
    private final SmsSender sms;
    private final MailFrame frame;
    private final AnswerFiles files;
    private final NotificationSettings settings;
    private final OutgoingText outgoing;
    private final MessageIds ids;

    Carrier(
            JavaMailSender mail,
            SmsSender sms,
            MailFrame frame,
            AnswerFiles files,
            NotificationSettings settings,
            OutgoingText outgoing,
            MessageIds ids) {
        this.mail = mail;
        this.sms = sms;
        this.frame = frame;
        this.files = files;
        this.settings = settings;
        this.outgoing = outgoing;
        this.ids = ids;
        if (mail instanceof JavaMailSenderImpl sender) {
            MailLimits.set(sender, settings);
        }
    }

    /** Throws if the server did not accept the message. */
    void carry(Message stored) {
        var message = outgoing.filled(stored);
        String recipient = message.recipient();
        if (recipient == null) {
            return;
        }
        switch (message.medium()) {
            case E_POSTA -> mail(message, recipient);
            case SMS -> sms.send(message.key(), recipient, shortened(message.body()));
            case POSTA, KEP, TELEFON, KAYNAK, KURUM, TAKIP -> {
                // delivered by hand, or shown on the tracking page
            }
        }
    }

    /** Truncates to the maximum length of an SMS; the rest is on the tracking page. */
    private String shortened(String body) {
        return ShortText.of(body, settings.smsLongest(), Texts.of("notification.carrier.tamami", tracking()));
    }

    private void mail(Message message, String recipient) {
        var mime = mail.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(
                    mime, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom());
            helper.setTo(address(recipient));
            helper.setSubject(message.subject());
            var ofAnswer = files.of(message);
            boolean fit = ofAnswer.stream()
                            .mapToLong(file -> file.attachment().size())
                            .sum()
                    <= settings.mailFiles().toBytes();
            var whole = ofAnswer.isEmpty() ? message : message.withBody(message.body() + named(ofAnswer, fit));
            helper.setText(whole.body(), frame.html(whole));
            if (fit) {
                for (var file : ofAnswer) {
                    helper.addAttachment(
                            file.attachment().name(),
                            new ByteArrayResource(file.content()),
                            file.attachment().mediaType());
                }
            }
            mime.setHeader("X-Muhatap-Anahtar", message.key());
            mime.setHeader("Message-ID", ids.of(message));
            // Suppresses out-of-office replies (RFC 3834)
            mime.setHeader("Auto-Submitted", "auto-generated");
            var thread = files.threadOf(message);
            if (thread != null) {
                mime.setHeader("In-Reply-To", ids.of(thread));
                mime.setHeader("References", ids.of(thread));
            }
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
        try {
            mail.send(mime);
        } catch (MailSendException atTheFarewell) {
            // Without a failed message the server accepted it, and only closing the connection failed
            if (!atTheFarewell.getFailedMessages().isEmpty()) {
                throw atTheFarewell;
            }
        }
    }

    /** Rejects an address that would be altered by encoding. */
    private static InternetAddress address(String recipient) throws AddressException {
        return new InternetAddress(
                Contacts.emailForSending(recipient)
                        .orElseThrow(() -> new AddressException("It cannot be written in ASCII", recipient)),
                true);
    }

    private String named(List<Attachments.Download> ofAnswer, boolean fit) {
        String names = ofAnswer.stream()
                .map(file -> file.attachment().name() + " (" + file.attachment().getSizeLabel() + ")")
                .collect(Collectors.joining(", "));
        return fit
                ? Texts.of("notification.carrier.cevabin-ekleri", names)
                : Texts.of("notification.carrier.cevabin-ekleri-ekler-boyutlari-nedeniyle", names, tracking());
    }

    private String tracking() {
        return settings.baseUrl() + "/takip";
    }
}

package tr.muhatap.intake.posta;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tr.muhatap.notification.Bounces;

/** Finds out what a stored mail is, and does what follows. */
@Component
class MailSorter {

    private static final Logger LOG = LoggerFactory.getLogger(MailSorter.class);
    private static final int BATCH = 50;
    private static final int MOST_ATTEMPTS = 3;

    private final MailStore mails;
    private final Bounces bounces;

    MailSorter(MailStore mails, Bounces bounces) {
        this.mails = mails;
        this.bounces = bounces;
    }

    /** Looks at what came; answers how many mails it settled. */
    int sortDue() {
        int settled = 0;
        for (var mail : mails.due(BATCH)) {
            if (mails.claim(mail)) {
                settled += sort(mail) ? 1 : 0;
            }
        }
        return settled;
    }

    private boolean sort(MailStore.Stored mail) {
        try {
            mails.settled(mail.id(), stateOf(mail));
            return true;
        } catch (MessagingException | IOException unreadable) {
            mails.settled(mail.id(), MailState.BEKLIYOR);
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Mail {} could not be dealt with, attempt {}", mail.id(), mail.attempts() + 1, failed);
            if (mail.attempts() + 1 >= MOST_ATTEMPTS) {
                mails.settled(mail.id(), MailState.BEKLIYOR);
                return true;
            }
            return false;
        }
    }

    private MailState stateOf(MailStore.Stored stored) throws MessagingException, IOException {
        var raw = mails.raw(stored.id()).orElse(null);
        if (raw == null) {
            return MailState.BEKLIYOR;
        }
        var mail = new MimeMessage(
                Session.getInstance(new Properties(), (Authenticator) null), new ByteArrayInputStream(raw));
        var report = DeliveryReport.in(mail);
        return report == null ? MailState.BEKLIYOR : reported(report);
    }

    /** Whose message came back is found by our own Message-ID alone, which nobody else can know. */
    private MailState reported(DeliveryReport report) {
        boolean ours = false;
        if (report.failed()) {
            String why = "E-posta geri döndü" + (report.status() == null ? "" : ": " + report.status());
            for (var id : report.messageIds()) {
                ours |= bounces.bounced(id, why);
            }
        }
        return ours ? MailState.GERI_DONEN : MailState.OTOMATIK;
    }
}

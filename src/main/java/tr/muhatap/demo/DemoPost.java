package tr.muhatap.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Authenticator;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tr.muhatap.notification.Threads;
import tr.muhatap.problem.NotFoundException;
import tr.muhatap.text.Check;
import tr.muhatap.text.Texts;

/**
 * Simulates correspondents of the demonstration's mail server: a citizen who writes, and a server that returns a
 * bounce.
 */
@Component
@Profile("demo")
class DemoPost {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 30_000;

    private final GreenMail server;
    private final Threads threads;
    private final Clock clock;

    DemoPost(GreenMail server, Threads threads, Clock clock) {
        this.server = server;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Input of a mail.
     *
     * @param box name of one of {@link DemoMailServer#BOXES}
     * @param answered id of our message that it replies to
     */
    record Typed(
            String box,
            String name,
            String email,
            String subject,
            String text,
            @Nullable Long answered) {}

    /** @throws tr.muhatap.problem.InvalidInputException naming every faulty field */
    void write(Typed typed) {
        var check = new Check();
        check.require(
                DemoMailServer.BOXES.containsKey(typed.box()), "box", Texts.of("demo.demo-post.posta-kutusunu-secin"));
        String name = check.optionalLine("name", typed.name(), LONGEST_NAME);
        String email = check.email("email", check.line("email", typed.email(), LONGEST_ADDRESS));
        String subject = check.optionalLine("subject", typed.subject(), LONGEST_SUBJECT);
        String text = check.optionalText("text", typed.text(), LONGEST_TEXT);
        check.done();
        try {
            var mail = new MimeMessage(session());
            mail.setFrom(new InternetAddress(Check.given(email), name, StandardCharsets.UTF_8.name()));
            mail.setRecipients(MimeMessage.RecipientType.TO, address(typed.box()));
            mail.setSubject(subject == null ? "" : subject, StandardCharsets.UTF_8.name());
            mail.setText(text == null ? "" : text, StandardCharsets.UTF_8.name());
            if (typed.answered() != null) {
                mail.setHeader("In-Reply-To", messageId(typed.answered()));
            }
            mail.setSentDate(Date.from(clock.instant()));
            mail.saveChanges();
            deliver(typed.box(), mail);
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("A mail cannot be written", e);
        }
    }

    /** Simulates a bounce of one of our messages, as from a server without such a mailbox (RFC 3464). */
    void sendBack(long id) {
        String report = """
                Return-Path: <>
                From: MAILER-DAEMON@posta.example
                To: muhatap@belediye.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@posta.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=sinir

                --sinir

                Your message could not be delivered.
                --sinir
                Content-Type: message/delivery-status

                Reporting-MTA: dns; posta.example

                Final-Recipient: rfc822; kimse@posta.example
                Action: failed
                Status: 5.1.1

                --sinir
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --sinir--
                """.formatted(UUID.randomUUID(), messageId(id)).replace("\n", "\r\n");
        try {
            deliver(
                    DemoMailServer.BOXES.keySet().iterator().next(),
                    new MimeMessage(session(), new ByteArrayInputStream(report.getBytes(StandardCharsets.US_ASCII))));
        } catch (MessagingException e) {
            throw new IllegalStateException("A report cannot be written", e);
        }
    }

    /** Deletes all mails on the server. */
    void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("The mailboxes cannot be emptied", e);
        }
    }

    private String messageId(long id) {
        return threads.message(id)
                .map(threads::messageIdOf)
                .orElseThrow(() -> new NotFoundException(Texts.of("demo.demo-post.boyle-bir-bildirim-yok")));
    }

    /** Delivers a mail with the demonstration's time, whatever the machine's clock says. */
    private void deliver(String box, MimeMessage mail) {
        var user = server.getUserManager().getUserByEmail(address(box));
        try {
            server.getManagers()
                    .getImapHostManager()
                    .getInbox(Objects.requireNonNull(user))
                    .appendMessage(mail, new Flags(), Date.from(clock.instant()));
        } catch (FolderException e) {
            throw new IllegalStateException("A mail cannot be delivered", e);
        }
    }

    private static String address(String box) {
        return Objects.requireNonNull(DemoMailServer.BOXES.get(box)).address();
    }

    private static Session session() {
        return Session.getInstance(new Properties(), (Authenticator) null);
    }
}

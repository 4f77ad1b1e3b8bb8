package tr.muhatap.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tr.muhatap.channel.Channel;
import tr.muhatap.intake.posta.MailboxSettings;

/**
 * The demo's mail server on free loopback ports: mail is really sent and fetched by IMAP, but never leaves the machine.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMailServer {

    /** Mail to this domain is refused, to demonstrate a failed delivery. */
    static final String UNREACHABLE_DOMAIN = "@ulasilamaz.example";

    /** Mailboxes by name; the first receives replies to our mails and bounces. */
    static final Map<String, DemoBox> BOXES = boxes();

    private static final String PASSWORD = "demo";
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int NO_MAILBOX = 550;
    private static final String LOOPBACK = "127.0.0.1";

    private static Map<String, DemoBox> boxes() {
        var boxes = new LinkedHashMap<String, DemoBox>();
        boxes.put("bildirim", new DemoBox("muhatap@belediye.example", Channel.ofOwnPage(false)));
        boxes.put("basvuru", new DemoBox("basvuru@belediye.example", Channel.ofOwnPage(false)));
        boxes.put("bilgiedinme", new DemoBox("bilgiedinme@belediye.example", Channel.ofOwnPage(true)));
        return boxes;
    }

    @Bean(destroyMethod = "stop")
    GreenMail demoSmtpServer(@Value("${muhatap.demo.smtp-port:0}") int port) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.getUserManager().setMessageDeliveryHandler((message, mailAddress) -> {
            if (mailAddress.getEmail().endsWith(UNREACHABLE_DOMAIN)) {
                throw new MessagingException("550 mailbox unavailable");
            }
            return server.getUserManager().getUserByEmail(mailAddress.getEmail()) == null
                    ? created(server, mailAddress.getEmail())
                    : server.getUserManager().getUserByEmail(mailAddress.getEmail());
        });
        server.start();
        BOXES.values().forEach(box -> created(server, box.address()));
        return server;
    }

    /** The configured mailboxes and the demo's own. */
    @Bean
    @Primary
    MailboxSettings demoMailboxes(
            @Qualifier("muhatap.mailbox-tr.muhatap.intake.posta.MailboxSettings") MailboxSettings given,
            GreenMail demoSmtpServer) {
        var boxes = new LinkedHashMap<>(given.boxes());
        BOXES.forEach((name, box) -> boxes.put(
                name,
                new MailboxSettings.Box(
                        LOOPBACK,
                        demoSmtpServer.getImap().getPort(),
                        box.address(),
                        PASSWORD,
                        MailboxSettings.Tls.NONE,
                        "INBOX",
                        box.channel())));
        return new MailboxSettings(
                boxes,
                LOOK,
                given.connect(),
                given.answer(),
                given.whole(),
                given.largest(),
                given.firstLook(),
                given.kept());
    }

    /** One of the demo's mailboxes. */
    record DemoBox(String address, Channel channel) {}

    private static com.icegreen.greenmail.user.GreenMailUser created(GreenMail server, String email) {
        return server.setUser(email, email, PASSWORD);
    }

    @Bean
    @Primary
    JavaMailSender demoMailSender(GreenMail demoSmtpServer) {
        var sender = new RefusingSender();
        sender.setHost(LOOPBACK);
        sender.setPort(demoSmtpServer.getSmtp().getPort());
        return sender;
    }

    /** The server reports every refusal as temporary; that of an unknown mailbox has to be permanent. */
    private static final class RefusingSender extends JavaMailSenderImpl {

        @Override
        protected void doSend(MimeMessage[] mails, Object @Nullable [] originals) {
            try {
                super.doSend(mails, originals);
            } catch (MailSendException refused) {
                var unreachable = new HashMap<Object, Exception>();
                for (var mail : mails) {
                    addUnreachable(mail, unreachable);
                }
                throw unreachable.isEmpty() ? refused : new MailSendException(unreachable);
            }
        }

        private static void addUnreachable(MimeMessage mail, Map<Object, Exception> unreachable) {
            try {
                for (var recipient : mail.getAllRecipients()) {
                    if (recipient instanceof InternetAddress address
                            && address.getAddress().endsWith(UNREACHABLE_DOMAIN)) {
                        unreachable.put(
                                mail,
                                new SMTPAddressFailedException(address, "RCPT TO", NO_MAILBOX, "no such mailbox"));
                    }
                }
            } catch (MessagingException e) {
                throw new MailParseException(e);
            }
        }
    }
}

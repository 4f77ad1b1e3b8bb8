package tr.muhatap.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The demo's own SMTP server on a free loopback port: mail really goes out, and never leaves the machine. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMailServer {

    /** Mail to this domain is refused, so that the demo shows a delivery that fails. */
    static final String UNREACHABLE_DOMAIN = "@ulasilamaz.example";

    private static final int NO_MAILBOX = 550;
    private static final String LOOPBACK = "127.0.0.1";

    @Bean(destroyMethod = "stop")
    GreenMail demoSmtpServer(@Value("${muhatap.demo.smtp-port:0}") int port) {
        var server = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler((message, mailAddress) -> {
            if (mailAddress.getEmail().endsWith(UNREACHABLE_DOMAIN)) {
                throw new MessagingException("550 mailbox unavailable");
            }
            return server.getUserManager().getUserByEmail(mailAddress.getEmail()) == null
                    ? created(server, mailAddress.getEmail())
                    : server.getUserManager().getUserByEmail(mailAddress.getEmail());
        });
        server.start();
        return server;
    }

    private static com.icegreen.greenmail.user.GreenMailUser created(GreenMail server, String email) {
        return server.setUser(email, email, "demo");
    }

    @Bean
    @Primary
    JavaMailSender demoMailSender(GreenMail demoSmtpServer) {
        var sender = new RefusingSender();
        sender.setHost(LOOPBACK);
        sender.setPort(demoSmtpServer.getSmtp().getPort());
        return sender;
    }

    /** The server answers every refusal with "try again"; that of a mailbox that does not exist is for good. */
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

package tr.muhatap.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The demo's own SMTP server on a free loopback port: mail really goes out, and never leaves the machine. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMailServer {

    /** Mail to this domain is refused, so that the demo shows a delivery that fails. */
    static final String UNREACHABLE_DOMAIN = "@ulasilamaz.example";

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
        var sender = new JavaMailSenderImpl();
        sender.setHost(LOOPBACK);
        sender.setPort(demoSmtpServer.getSmtp().getPort());
        return sender;
    }
}

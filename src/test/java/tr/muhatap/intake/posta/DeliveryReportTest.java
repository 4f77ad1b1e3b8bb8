package tr.muhatap.intake.posta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery reports in the formats of various servers. */
class DeliveryReportTest {

    private static final String ID = "<mesaj.7.0123456789abcdef0123456789abcdef@belediye.example>";

    @Test
    void theReturnedMessageSaysWhichOneFailed() throws Exception {
        var report = report(Mails.bounce(ID, "failed", "5.1.1"));

        assertThat(report).isEqualTo(new DeliveryReport(true, "5.1.1", java.util.Set.of(ID)));
    }

    @Test
    void soDoItsHeadersAloneAndTheReportsOwnField() throws Exception {
        var headersOnly = Mails.bounce(ID, "failed", "5.1.1").replace("message/rfc822", "text/rfc822-headers");
        var fieldOnly = Mails.bounce(ID, "failed", "5.1.1")
                .replace("\r\nMessage-ID: " + ID, "")
                .replace("Reporting-MTA:", "Original-Message-ID: " + ID + "\r\nReporting-MTA:");

        assertThat(report(headersOnly))
                .extracting(DeliveryReport::messageIds)
                .asString()
                .contains(ID);
        assertThat(report(fieldOnly))
                .extracting(DeliveryReport::messageIds)
                .asString()
                .contains(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded", ""})
    void whatIsOnlyLateOrArrivedHasNotFailed(String action) throws Exception {
        assertThat(report(Mails.bounce(ID, action, "4.4.1")))
                .extracting(DeliveryReport::failed)
                .isEqualTo(false);
    }

    @Test
    void aRecipientAmongOthersThatFailedIsEnough() throws Exception {
        var both = Mails.bounce(ID, "delayed", "4.4.1")
                .replace(
                        "Status: 4.4.1",
                        "Status: 4.4.1\r\n\r\nFinal-Recipient: rfc822; b@ornek.example\r\nAction: FAILED (gone)\r\nStatus: 5.2.2");

        assertThat(report(both))
                .extracting(DeliveryReport::failed, DeliveryReport::status)
                .containsExactly(true, "5.2.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\r\n\r\nAction: failed\r\nMessage-ID: " + ID,
                "Content-Type: multipart/report; boundary=x\r\n\r\nNo parts at all",
                "Content-Type: multipart/report\r\n\r\nNo boundary",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=x\r\n\r\n--x\r\n\r\n"
                        + "read\r\n--x\r\nContent-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: "
                        + ID
                        + "\r\n--x--\r\n",
                ""
            })
    void whatOnlyLooksLikeOneIsNone(String mail) throws Exception {
        DeliveryReport report;
        try {
            report = report(mail);
        } catch (jakarta.mail.MessagingException unreadable) {
            return;
        }
        assertThat(report).isNull();
    }

    private static @Nullable DeliveryReport report(String mail) throws Exception {
        return DeliveryReport.in(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }
}

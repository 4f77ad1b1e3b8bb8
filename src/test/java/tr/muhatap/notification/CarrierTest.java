package tr.muhatap.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.takip.CodeIssues;
import tr.muhatap.takip.TrackingCodes;

/** Delivery to a failing mail server: it ends in time, and an accepted mail is never sent again. */
class CarrierTest {

    private static final AnswerFiles NO_FILES = new AnswerFiles() {
        @Override
        public List<Attachments.Download> of(Message message) {
            return List.of();
        }

        @Override
        public @Nullable Message threadOf(Message message) {
            return null;
        }
    };

    private static final Duration SILENCE = Duration.ofMillis(400);
    private static final Duration WHOLE = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource(
            value = FakeMailServer.Illness.class,
            names = {
                "SILENT_FROM_THE_BEGINNING",
                "SILENT_AFTER_RECIPIENT",
                "SILENT_AFTER_DATA",
                "SILENT_AFTER_MESSAGE_BUT_HAS_IT_NOT",
                "A_BYTE_AT_A_TIME",
                "RESETS",
                "RESETS_IN_DATA"
            })
    void aServerThatIsIllIsLeftInTimeAndTakesTheMailOnceWell(FakeMailServer.Illness illness) throws Exception {
        try (var server = new FakeMailServer(illness)) {
            var carrier = carrier(server.port());
            var began = Instant.now();

            var failure = catchThrowableOfType(RuntimeException.class, () -> carrier.carry(mail()));

            assertThat(Duration.between(began, Instant.now())).isLessThan(PATIENCE);
            assertThat(DeliveryFailure.of(failure)).isEqualTo(DeliveryFailure.AWAY);
            server.becomes(FakeMailServer.Illness.NONE);
            // However busy this machine is, its speed does not matter any more
            carrier(server.port(), PATIENCE, PATIENCE).carry(mail());
            assertThat(server.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeMailServer.Illness.class,
            names = {"SILENT_AT_THE_FAREWELL", "RESETS_AT_THE_FAREWELL"})
    void aMailThatWasTakenIsSentHoweverTheConnectionEnds(FakeMailServer.Illness illness) throws Exception {
        try (var server = new FakeMailServer(illness)) {
            carrier(server.port()).carry(mail());

            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aMailboxThatDoesNotExistIsRefusedForGood() throws Exception {
        try (var server = new FakeMailServer(FakeMailServer.Illness.NO_SUCH_MAILBOX)) {
            var failure = catchThrowableOfType(
                    RuntimeException.class, () -> carrier(server.port()).carry(mail()));

            assertThat(DeliveryFailure.of(failure)).isEqualTo(DeliveryFailure.REFUSED);
        }
    }

    @Test
    void nobodyListening() throws Exception {
        int port;
        try (var server = new FakeMailServer(FakeMailServer.Illness.NONE)) {
            port = server.port();
        }

        var failure =
                catchThrowableOfType(RuntimeException.class, () -> carrier(port).carry(mail()));

        assertThat(DeliveryFailure.of(failure)).isEqualTo(DeliveryFailure.AWAY);
    }

    private static Carrier carrier(int port) {
        return carrier(port, SILENCE, WHOLE);
    }

    private static Carrier carrier(int port, Duration silence, Duration whole) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var settings = new NotificationSettings(
                "muhatap@belediye.example",
                "target/sms",
                "http://localhost:8080",
                Duration.ofSeconds(2),
                silence,
                silence,
                silence,
                whole,
                Duration.ofDays(3),
                DataSize.ofMegabytes(10),
                402);
        return new Carrier(
                sender,
                (key, phone, text) -> {},
                new MailFrame(templates()),
                NO_FILES,
                settings,
                new OutgoingText(mock(CodeIssues.class), new InquiryLinks(codes(), settings)),
                new MessageIds(codes(), settings));
    }

    private static TrackingCodes codes() {
        var codes = mock(TrackingCodes.class);
        when(codes.opaque(anyString())).thenReturn("0".repeat(64));
        return codes;
    }

    private static TemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private static Message mail() {
        return new Message(
                1,
                "2026-000001:cevap",
                "2026-000001",
                Purpose.CEVAP,
                Medium.E_POSTA,
                "ayse@ornek.example",
                "Cevap: 2026-000001",
                "Çukur kapatıldı.",
                Message.State.BEKLIYOR,
                0,
                null,
                Instant.EPOCH,
                null,
                null,
                List.of());
    }
}

package tr.muhatap.intake.posta;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import tr.muhatap.channel.Channel;

/**
 * The configured mailboxes; optional. Timeouts must not be zero, which means infinite to the mail library.
 *
 * @param boxes by name; including the one of {@code mail-from}, which receives bounces
 * @param every polling interval
 * @param connect connect timeout
 * @param answer read timeout
 * @param whole time limit for one access, for a server that is slow without being silent
 * @param largest maximum size of a mail; of a larger one only the beginning is fetched, and a clerk opens it in the
 *     mailbox
 * @param firstLook maximum age of mails fetched at the first access to a mailbox
 * @param kept retention of the original of a settled mail
 */
@Validated
@ConfigurationProperties("muhatap.mailbox")
public record MailboxSettings(
        @DefaultValue Map<String, @Valid Box> boxes,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration every,
        @DurationMin(millis = 1) @DefaultValue("10s") Duration connect,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration answer,
        @DurationMin(millis = 1) @DefaultValue("5m") Duration whole,
        @DefaultValue("20MB") DataSize largest,
        @DurationMin(millis = 1) @DefaultValue("1d") Duration firstLook,
        @DurationMin(days = 1) @DefaultValue("90d") Duration kept) {

    private static final int LONGEST_NAME = 60;

    public MailboxSettings {
        for (var name : boxes.keySet()) {
            if (name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "muhatap.mailbox.boxes." + name + ": a name of at most " + LONGEST_NAME + " characters");
            }
        }
        if (largest.toBytes() < 1) {
            throw new IllegalArgumentException("muhatap.mailbox.largest must be more than 0");
        }
    }

    /** Encryption of a connection. */
    public enum Tls {
        SSL(993),
        STARTTLS(143),
        /** For a server on the same machine. */
        NONE(143);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    /**
     * One mailbox.
     *
     * @param port 0: the default port
     * @param channel of its mails: {@code DIJITAL}, or {@code BILGI_EDINME} for a mailbox of 4982
     */
    public record Box(
            @NotBlank String host,
            @Min(0) @Max(65_535) @DefaultValue("0") int port,
            @NotBlank String user,
            @NotBlank String password,
            @DefaultValue("SSL") Tls tls,
            @NotBlank @DefaultValue("INBOX") String folder,
            @DefaultValue(Channel.OF_OWN_PAGE) Channel channel) {

        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

        public Box {
            if (tls == Tls.NONE && !THIS_MACHINE.contains(host)) {
                throw new IllegalArgumentException(
                        "muhatap.mailbox.boxes.….tls may be NONE for a server on this machine only");
            }
            if (!channel.isOnOwnPage()) {
                throw new IllegalArgumentException("Nobody applies by e-mail on channel " + channel);
            }
        }

        int portToUse() {
            return port == 0 ? tls.port : port;
        }

        /** Omits the password. */
        @Override
        public String toString() {
            return user + "@" + host + "/" + folder;
        }
    }
}

package tr.muhatap.intake.posta;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464).
 *
 * @param failed false if the message was only delayed, relayed or delivered
 * @param status the enhanced status code, e.g. {@code 5.1.1}; null if missing
 * @param messageIds Message-IDs of the reported message, from the report and from its returned headers
 */
record DeliveryReport(boolean failed, @Nullable String status, Set<String> messageIds) {

    private static final int LONGEST = 256 * 1024;
    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern STATUS = Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");

    /** Null if the mail is not a delivery report. */
    static @Nullable DeliveryReport in(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return null;
        }
        List<InternetHeaders> fields = null;
        var ids = new LinkedHashSet<String>();
        // The third part, the returned message, is optional; more parts do not conform
        for (int i = 0; i < Math.min(parts.getCount(), 4); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                fields = blocks(beginning(part));
            } else if (part.isMimeType("message/rfc822")
                    || part.isMimeType("message/global")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global-headers")) {
                addId(new InternetHeaders(new ByteArrayInputStream(beginning(part))), "Message-ID", ids);
            }
        }
        if (fields == null) {
            return null;
        }
        boolean failed = false;
        String status = null;
        for (var block : fields) {
            addId(block, "Original-Message-ID", ids);
            addId(block, "X-Original-Message-ID", ids);
            String action = block.getHeader("Action", null);
            if (action != null && action.strip().toLowerCase(Locale.ROOT).startsWith("failed")) {
                failed = true;
                var code = STATUS.matcher(String.valueOf(block.getHeader("Status", null)));
                status = code.matches() ? code.group(1) : status;
            }
        }
        return new DeliveryReport(failed, status, Set.copyOf(ids));
    }

    private static void addId(InternetHeaders headers, String name, Set<String> ids) {
        String value = headers.getHeader(name, null);
        if (value != null) {
            MESSAGE_ID
                    .matcher(value.substring(0, Math.min(value.length(), 1_000)))
                    .results()
                    .findFirst()
                    .ifPresent(found -> ids.add(found.group()));
        }
    }

    /** The fields of the message and of each recipient, separated by blank lines. */
    private static List<InternetHeaders> blocks(byte[] text) throws MessagingException {
        var in = new ByteArrayInputStream(text);
        var blocks = new ArrayList<InternetHeaders>();
        while (in.available() > 0 && blocks.size() < MOST_RECIPIENTS) {
            blocks.add(new InternetHeaders(in));
        }
        return blocks;
    }

    /** Decoded, up to the size of a conforming part. */
    private static byte[] beginning(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return in.readNBytes(LONGEST);
        }
    }
}

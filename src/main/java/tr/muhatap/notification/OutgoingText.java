package tr.muhatap.notification;

import java.util.Set;
import org.springframework.stereotype.Component;
import tr.muhatap.takip.CodeIssues;

/** Replaces the placeholder for the tracking code when a message is sent; the code itself is never stored. */
@Component
public class OutgoingText {

    /** Purposes whose messages contain the code; in all others the placeholder is plain text. */
    private static final Set<Purpose> WITH_THE_CODE = Set.of(Purpose.KAYIT, Purpose.TAKIP_KODU);

    private final CodeIssues codes;
    private final InquiryLinks links;

    OutgoingText(CodeIssues codes, InquiryLinks links) {
        this.codes = codes;
        this.links = links;
    }

    /** The message with the code. Displayed only in the demonstration's mailbox. */
    public Message filled(Message message) {
        if (message.purpose().isInquiry()) {
            return message.withBody(links.filled(message.body()));
        }
        String number = message.number();
        if (number == null || !WITH_THE_CODE.contains(message.purpose())) {
            return message;
        }
        return message.withBody(codes.filled(message.body(), number));
    }
}

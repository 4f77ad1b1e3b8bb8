package tr.muhatap.intake.posta;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.muhatap.attachment.Upload;

/**
 * The parsed content of a mail; all of it is untrusted.
 *
 * @param automatic whether it was sent automatically: never registered, never answered
 * @param report the delivery report it contains; null if none
 * @param references referenced Message-IDs, nearest first
 * @param from null if there is none, or several
 * @param subject one clean line, empty if there is none
 * @param text its plain text, or the text of its HTML
 * @param files attachments by their file names
 * @param faults why a clerk has to look at it, most important first
 */
record IncomingMail(
        boolean automatic,
        @Nullable DeliveryReport report,
        List<String> references,
        @Nullable Sender from,
        String subject,
        String text,
        List<Upload> files,
        Set<Waiting> faults) {

    /**
     * @param name display name, one clean line; empty if missing
     * @param email an address to which mail can be sent
     */
    record Sender(String name, String email) {}
}

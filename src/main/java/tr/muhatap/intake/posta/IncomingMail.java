package tr.muhatap.intake.posta;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.muhatap.attachment.Upload;

/**
 * What can be read of a mail; nothing of it is believed.
 *
 * @param automatic whether a machine sent it: never registered, never answered
 * @param report what it says of a delivery; null if it says nothing
 * @param references Message-IDs that it answers, the nearest first
 * @param from null if it names nobody, or several
 * @param subject one clean line, empty if there is none
 * @param text its plain words, or those of its HTML
 * @param files what goes with it, as it is called
 * @param faults why a person has to look at it, in the order in which they matter
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
     * @param name as the sender calls himself, one clean line; empty if he does not
     * @param email an address to which mail can be sent
     */
    record Sender(String name, String email) {}
}

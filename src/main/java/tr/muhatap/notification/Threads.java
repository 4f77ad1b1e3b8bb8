package tr.muhatap.notification;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds the application that a reply to one of our e-mails is about. */
@Service
public class Threads {

    private final Messages messages;
    private final MessageIds ids;

    Threads(Messages messages, MessageIds ids) {
        this.messages = messages;
        this.ids = ids;
    }

    /**
     * The number of the application of which a message to its applicant has gone out under a Message-ID; empty where it is none of
     * ours. Nobody knows the Message-ID of a mail that he never got.
     */
    public Optional<String> applicationOf(String messageId) {
        return ids.idIn(messageId)
                .flatMap(messages::byId)
                .filter(found -> ids.isOf(found, messageId) && !found.purpose().isForStaff())
                .flatMap(found -> Optional.ofNullable(found.number()));
    }

    /** The Message-ID that a message goes out under. */
    public String messageIdOf(Message message) {
        return ids.of(message);
    }

    /** The message of an id. */
    public Optional<Message> message(long id) {
        return messages.byId(id);
    }
}

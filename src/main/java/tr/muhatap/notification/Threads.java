package tr.muhatap.notification;

import java.util.Optional;
import org.springframework.stereotype.Service;
import tr.muhatap.basvuru.BasvuruRegister;

/** Finds the application that a reply to one of our e-mails is about. */
@Service
public class Threads {

    private final Messages messages;
    private final MessageIds ids;
    private final BasvuruRegister register;

    Threads(Messages messages, MessageIds ids, BasvuruRegister register) {
        this.messages = messages;
        this.ids = ids;
        this.register = register;
    }

    /**
     * The number of the application of which a message to its applicant has gone out under a Message-ID; empty if it is
     * none of ours, or where the address that it went to has been corrected since. Nobody knows the Message-ID of a
     * mail that he never got.
     */
    public Optional<String> applicationOf(String messageId) {
        return ids.idIn(messageId)
                .flatMap(messages::byId)
                .filter(found -> ids.isOf(found, messageId) && !found.purpose().isForStaff())
                .filter(this::wentToTheAddressOfNow)
                .flatMap(found -> Optional.ofNullable(found.number()));
    }

    /** Whoever got a mail by a mistyped address does not go on speaking for the applicant. */
    private boolean wentToTheAddressOfNow(Message found) {
        String recipient = found.recipient();
        return Optional.ofNullable(found.number())
                .flatMap(register::find)
                .map(basvuru -> basvuru.applicant().email())
                .filter(now -> recipient != null && !now.equalsIgnoreCase(recipient))
                .isEmpty();
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

package tr.muhatap.notification;

import java.util.Optional;
import org.springframework.stereotype.Service;
import tr.muhatap.basvuru.BasvuruRegister;

/** Finds the application of a reply to one of our e-mails. */
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
     * Number of the application to whose applicant a message was sent under a Message-ID; empty if it is none of ours,
     * or if its address has been corrected since. Only recipients of a mail know its Message-ID.
     */
    public Optional<String> applicationOf(String messageId) {
        return ids.idIn(messageId)
                .flatMap(messages::byId)
                .filter(found -> ids.isOf(found, messageId) && !found.purpose().isForStaff())
                .filter(this::wentToTheAddressOfNow)
                .flatMap(found -> Optional.ofNullable(found.number()));
    }

    /** A previous, mistyped address no longer authorizes to act for the applicant. */
    private boolean wentToTheAddressOfNow(Message found) {
        String recipient = found.recipient();
        return Optional.ofNullable(found.number())
                .flatMap(register::find)
                .map(basvuru -> basvuru.applicant().email())
                .filter(now -> recipient != null && !now.equalsIgnoreCase(recipient))
                .isEmpty();
    }

    /** The Message-ID under which a message is sent. */
    public String messageIdOf(Message message) {
        return ids.of(message);
    }

    /** The message of an id. */
    public Optional<Message> message(long id) {
        return messages.byId(id);
    }
}

package tr.muhatap.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.BasvuruRegister;

@Component
class StoredAnswerFiles implements AnswerFiles {

    private final Attachments attachments;
    private final Messages messages;
    private final BasvuruRegister register;
    private final ConfirmedContacts contacts;

    StoredAnswerFiles(
            Attachments attachments, Messages messages, BasvuruRegister register, ConfirmedContacts contacts) {
        this.contacts = contacts;
        this.register = register;
        this.attachments = attachments;
        this.messages = messages;
    }

    @Override
    public List<Attachments.Download> of(Message message) {
        String number = message.number();
        if (number == null || message.purpose() != Purpose.CEVAP) {
            return List.of();
        }
        if (register.find(number)
                .filter(basvuru -> !contacts.isConfirmed(basvuru))
                .isPresent()) {
            return List.of();
        }
        return attachments.sentWithAnswer(number);
    }

    @Override
    public @Nullable Message threadOf(Message message) {
        String number = message.number();
        return number == null || message.purpose().isForStaff()
                ? null
                : messages.receiptOf(number)
                        .filter(first -> first.id() != message.id())
                        .orElse(null);
    }
}

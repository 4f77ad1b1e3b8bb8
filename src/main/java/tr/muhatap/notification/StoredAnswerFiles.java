package tr.muhatap.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.attachment.Attachments;
import tr.muhatap.basvuru.Basvuru;
import tr.muhatap.basvuru.BasvuruRegister;
import tr.muhatap.basvuru.Duplicates;

@Component
class StoredAnswerFiles implements AnswerFiles {

    private final Attachments attachments;
    private final Messages messages;
    private final BasvuruRegister register;
    private final Duplicates duplicates;
    private final ConfirmedContacts contacts;

    StoredAnswerFiles(
            Attachments attachments,
            Messages messages,
            BasvuruRegister register,
            Duplicates duplicates,
            ConfirmedContacts contacts) {
        this.contacts = contacts;
        this.register = register;
        this.duplicates = duplicates;
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
        String answered = register.find(number)
                .flatMap(duplicates::mainOf)
                .map(Basvuru::number)
                .orElse(number);
        return attachments.sentWithAnswer(answered);
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

package tr.muhatap.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.muhatap.attachment.Attachments;

@Component
class StoredAnswerFiles implements AnswerFiles {

    private final Attachments attachments;
    private final Messages messages;

    StoredAnswerFiles(Attachments attachments, Messages messages) {
        this.attachments = attachments;
        this.messages = messages;
    }

    @Override
    public List<Attachments.Download> of(Message message) {
        String number = message.number();
        return number == null || message.purpose() != Purpose.CEVAP ? List.of() : attachments.sentWithAnswer(number);
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

package tr.muhatap.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.attachment.Attachments;

/** Attachments of messages. */
interface AnswerFiles {

    /** The files of an answer; none for any other message. */
    List<Attachments.Download> of(Message message);

    /** The first message of the same application, for threading in mail clients; null if it is the first itself. */
    @Nullable
    Message threadOf(Message message);
}

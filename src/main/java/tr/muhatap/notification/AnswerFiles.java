package tr.muhatap.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.attachment.Attachments;

/** The files that are sent with a message. */
interface AnswerFiles {

    /** The files of an answer; none of any other message. */
    List<Attachments.Download> of(Message message);

    /**
     * The first message of the same application, under which a mailbox shows this one; null if it is itself the first.
     */
    @Nullable
    Message threadOf(Message message);
}

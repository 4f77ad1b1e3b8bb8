package tr.muhatap.notification;

import org.jspecify.annotations.Nullable;

/** An answer could not be delivered by any way that the applicant left. */
public class NotDeliverableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDeliverableException(String number, @Nullable String why) {
        super("The answer to " + number + " could not be delivered: " + why);
    }
}

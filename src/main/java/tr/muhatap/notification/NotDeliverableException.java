package tr.muhatap.notification;

import tr.muhatap.text.Texts;

/**
 * An answer could not be delivered by any way that the applicant left. The engine keeps the words with its incident, so
 * that they hold no address and nothing of what the other server said.
 */
public class NotDeliverableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDeliverableException(String number) {
        super(Texts.of(
                "notification.not-deliverable-exception.numarali-basvurunun-cevabi-bildirilen-iletisim", number));
    }
}

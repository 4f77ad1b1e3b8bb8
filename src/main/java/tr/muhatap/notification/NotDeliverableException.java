package tr.muhatap.notification;

import tr.muhatap.text.Texts;

/**
 * An answer could not be delivered by any medium. The message is stored with the engine's incident, so it contains no
 * address and no server response.
 */
public class NotDeliverableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDeliverableException(String number) {
        super(Texts.of(
                "notification.not-deliverable-exception.numarali-basvurunun-cevabi-bildirilen-iletisim", number));
    }
}

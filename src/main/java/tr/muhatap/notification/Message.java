package tr.muhatap.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * A stored message.
 *
 * @param number the application's; null for digests
 * @param key identical for repetitions of the same message
 * @param tried media by which delivery failed
 */
public record Message(
        long id,
        String key,
        @Nullable String number,
        Purpose purpose,
        Medium medium,
        @Nullable String recipient,
        String subject,
        String body,
        State status,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String tickedBy,
        List<Medium> tried) {

    Message withBody(String other) {
        return new Message(
                id, key, number, purpose, medium, recipient, subject, other, status, attempts, lastError, createdAt,
                sentAt, tickedBy, tried);
    }

    /** Whether staff have to deliver it, or to find a medium for it. */
    public boolean isForPeople() {
        return status == State.LISTEDE || status == State.ILETILEMEDI;
    }

    /** State of a message. */
    public enum State {
        BEKLIYOR(Texts.of("notification.message.gonderilmeyi-bekliyor")),
        GONDERILDI(Texts.of("notification.message.gonderildi")),
        LISTEDE(Texts.of("notification.message.elle-iletilecek")),
        ELDEN_ILETILDI(Texts.of("notification.message.elle-iletildi")),
        /** No medium is left; staff have to find one. */
        ILETILEMEDI(Texts.of("notification.message.iletilemedi"));

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

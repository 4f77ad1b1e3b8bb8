package tr.muhatap.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * One message as it stands in the table.
 *
 * @param number the application's; null if it is about many
 * @param key the same for every repetition of the same message
 * @param tried the ways by which it could not be delivered
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

    /** Whether somebody of the office has to bring it, or to find a way for it. */
    public boolean isForPeople() {
        return status == State.LISTEDE || status == State.ILETILEMEDI;
    }

    /** Where a message stands. */
    public enum State {
        BEKLIYOR(Texts.of("notification.message.gonderilmeyi-bekliyor")),
        GONDERILDI(Texts.of("notification.message.gonderildi")),
        LISTEDE(Texts.of("notification.message.elle-iletilecek")),
        ELDEN_ILETILDI(Texts.of("notification.message.elle-iletildi")),
        /** No way is left; somebody has to find one. */
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

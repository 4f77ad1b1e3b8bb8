package tr.muhatap.webhook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * One request to one address: what became of an application, without anybody's data.
 *
 * @param key the same at each attempt, so that the receiver recognises a repetition
 * @param id grows with time: of two that come in the wrong order, the greater one holds
 */
public record StatusNotice(
        long id,
        String key,
        long webhook,
        String number,
        String channel,
        String status,
        Instant receivedAt,
        LocalDate lastDay,
        Instant happenedAt,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    /** What became of the request. */
    public enum State {
        BEKLIYOR(Texts.of("webhook.durum.bekliyor")),
        GONDERILDI(Texts.of("webhook.durum.gonderildi")),
        BASARISIZ(Texts.of("webhook.durum.basarisiz"));

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

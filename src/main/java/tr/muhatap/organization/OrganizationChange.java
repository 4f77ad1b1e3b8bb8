package tr.muhatap.organization;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.muhatap.text.Texts;

/**
 * A line of the history of units and topics.
 *
 * @param ofTopic of a topic, not of a unit
 * @param before what was there; null if nothing was
 * @param after what is there since; null if nothing is
 */
public record OrganizationChange(
        Instant at,
        String who,
        boolean ofTopic,
        String code,
        Kind kind,
        @Nullable String before,
        @Nullable String after) {

    /** What was done. */
    public enum Kind {
        EKLENDI,
        AD,
        BIRIM,
        KELIMELER,
        KAPATILDI,
        ACILDI;

        /** Label shown to users. */
        public String label() {
            return Texts.of("organization.degisiklik." + name().toLowerCase(Locale.ROOT));
        }
    }
}

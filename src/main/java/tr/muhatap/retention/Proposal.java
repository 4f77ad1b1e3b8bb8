package tr.muhatap.retention;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.muhatap.basvuru.Kind;
import tr.muhatap.text.Texts;

/**
 * What was proposed to be erased at a time.
 *
 * @param proposedBy user name; {@code sistem} where it was time
 * @param decidedBy who approved or refused it
 * @param endedAt when the last of its applications was settled
 */
public record Proposal(
        long id,
        State state,
        Instant proposedAt,
        String proposedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Instant endedAt) {

    /** How far it is. */
    public enum State {
        ONERILDI,
        ONAYLANDI,
        BITTI,
        REDDEDILDI,
        /** Nothing was due. */
        BOS;

        public String label() {
            return Texts.of("retention.durum." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What became of one of its applications. */
    public enum Outcome {
        BEKLIYOR,
        SILINDI,
        /** It was opened again, or held, since it was proposed. */
        ATLANDI,
        /** It failed; it is proposed again the next time. */
        HATA;

        public String label() {
            return Texts.of("retention.sonuc." + name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Applications of a kind that ended in a year.
     *
     * @param settled those that are dealt with
     */
    public record Count(Kind kind, int closedYear, long all, long erased, long settled) {}

    /** One application of it. */
    public record Line(String number, Kind kind, int closedYear, Outcome outcome) {}

    public boolean isOpen() {
        return state == State.ONERILDI || state == State.ONAYLANDI;
    }

    /** Whether there is a record of what was done. */
    public boolean hasRecord() {
        return state == State.BITTI;
    }
}

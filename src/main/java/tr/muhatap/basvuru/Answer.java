package tr.muhatap.basvuru;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.util.DigestUtils;
import tr.muhatap.text.PlainText;

/**
 * A unit's answer, a draft until it is approved.
 *
 * @param ground article of 4982 on which information is refused, in whole or in part; else null
 * @param secretPartsRemoved true where what was given lacks secret parts that were taken out or separated (4982 md. 9):
 * another
 *     row of the annual report than a refusal in part; null, not false, elsewhere, as the database reads it
 * @param facts what the ground demands; null where it demands nothing
 */
public record Answer(
        Outcome outcome,
        @Nullable RefusalGround ground,
        String text,
        @Nullable Boolean secretPartsRemoved,
        @Embedded.Nullable @Nullable GroundFacts facts) {

    /** What stands for no answer at all where {@link #tag} is asked for. */
    static final String NO_TAG = "yok";

    private static final int LONGEST_START = 2_000;

    /** What a ground does not demand is nobody's to keep; nothing said is null, as the database reads it. */
    @PersistenceCreator
    public Answer {
        secretPartsRemoved = Boolean.TRUE.equals(secretPartsRemoved) ? true : null;
        facts = ground == null || ground.fields().isEmpty() || GroundFacts.NONE.equals(facts) ? null : facts;
    }

    /** On a ground that demands nothing, or on none. */
    public Answer(Outcome outcome, @Nullable RefusalGround ground, String text) {
        this(outcome, ground, text, null, null);
    }

    /** From which nothing secret was taken out. */
    public Answer(Outcome outcome, @Nullable RefusalGround ground, String text, @Nullable GroundFacts facts) {
        this(outcome, ground, text, null, facts);
    }

    /** Whether secret parts were taken out of what was given. */
    public boolean lacksSecretParts() {
        return secretPartsRemoved != null;
    }

    public GroundFacts factsOrNone() {
        return facts == null ? GroundFacts.NONE : facts;
    }

    /** What its ground demands and nobody said. */
    List<GroundField> missing() {
        return ground == null ? List.of() : ground.missing(factsOrNone());
    }

    /** The text, cut where it is too long for a line of the history. */
    String start() {
        return !PlainText.isLongerThan(text, LONGEST_START)
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_START)) + " …";
    }

    /** Version tag of this answer: a client that saves a draft sends the tag of the one it read. */
    public String tag() {
        String marks = (facts == null ? "" : "\n" + facts) + (lacksSecretParts() ? "\nsecretPartsRemoved" : "");
        return DigestUtils.md5DigestAsHex(
                (outcome + "\n" + ground + marks + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}

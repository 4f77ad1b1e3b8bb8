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
 * @param secretPartsRemoved true if secret parts were removed from what was given (4982 md. 9): counted in another
 *     row of the annual report than a partial refusal; null, not false, otherwise, as the database reads it
 * @param facts what the ground demands; null if it demands nothing
 */
public record Answer(
        Outcome outcome,
        @Nullable RefusalGround ground,
        String text,
        @Nullable Boolean secretPartsRemoved,
        @Embedded.Nullable @Nullable GroundFacts facts) {

    /** Tag of a missing answer, see {@link #tag}. */
    static final String NO_TAG = "yok";

    private static final int LONGEST_START = 2_000;

    /** Drops facts that the ground does not require; empty facts are null, as the database reads them. */
    @PersistenceCreator
    public Answer {
        secretPartsRemoved = Boolean.TRUE.equals(secretPartsRemoved) ? true : null;
        facts = ground == null || ground.fields().isEmpty() || GroundFacts.NONE.equals(facts) ? null : facts;
    }

    /** An answer without a ground, or on a ground that requires no facts. */
    public Answer(Outcome outcome, @Nullable RefusalGround ground, String text) {
        this(outcome, ground, text, null, null);
    }

    /** An answer without removed secret parts. */
    public Answer(Outcome outcome, @Nullable RefusalGround ground, String text, @Nullable GroundFacts facts) {
        this(outcome, ground, text, null, facts);
    }

    /** Its outcome and ground, in no words of its own. */
    Answer erased(String words) {
        return new Answer(outcome, ground, words, secretPartsRemoved, null);
    }

    /** Whether secret parts were removed from what was given. */
    public boolean lacksSecretParts() {
        return secretPartsRemoved != null;
    }

    public GroundFacts factsOrNone() {
        return facts == null ? GroundFacts.NONE : facts;
    }

    /** Required facts of the ground that are missing. */
    List<GroundField> missing() {
        return ground == null ? List.of() : ground.missing(factsOrNone());
    }

    /** The text, truncated to fit a line of the history. */
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

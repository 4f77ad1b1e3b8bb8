package tr.muhatap.basvuru;

import org.jspecify.annotations.Nullable;

/**
 * Facts stored for the next decision.
 *
 * @param decisionAuthor who wrote the reason
 * @param decisionTarget the body to which the application is to be forwarded, or the number of the main application
 */
record OpenDecision(
        @Nullable String decisionReason,
        @Nullable String decisionAuthor,
        @Nullable String decisionTarget) {

    static final OpenDecision NONE = new OpenDecision(null, null, null);

    static OpenDecision of(@Nullable String reason, @Nullable String target, String author) {
        return new OpenDecision(reason, reason == null ? null : author, target);
    }

    /** Author of the reason, if that is not the decider. */
    @Nullable
    String authorOtherThan(String actor) {
        return decisionReason == null || actor.equals(decisionAuthor) ? null : decisionAuthor;
    }

    OpenDecision withoutReason() {
        return new OpenDecision(null, null, decisionTarget);
    }
}

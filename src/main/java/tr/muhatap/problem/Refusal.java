package tr.muhatap.problem;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule forbids a step.
 *
 * @param code stable, for API clients
 * @param sentence Turkish, for users
 */
public record Refusal(RefusalCode code, String sentence) {

    /** The first non-null refusal; null if there is none. */
    public static @Nullable Refusal first(@Nullable Refusal... refusals) {
        for (var refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /**
     * Does nothing if the refusal is null.
     *
     * @throws RuleViolationException with the refusal
     */
    public static void check(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw refusal.exception();
        }
    }

    public RuleViolationException exception() {
        return new RuleViolationException(this);
    }
}

package tr.muhatap.problem;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule forbids a step.
 *
 * @param code stable, for programs
 * @param sentence Turkish, for people
 */
public record Refusal(RefusalCode code, String sentence) {

    /** The first one that forbids; null if none does. */
    public static @Nullable Refusal first(@Nullable Refusal... refusals) {
        for (var refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /**
     * Does nothing without a refusal.
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

package tr.muhatap.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A rule forbids the step; the message names the rule in Turkish and is shown to the user as it is. Answered with 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class RuleViolationException extends RuntimeException {

    private final @Nullable RefusalCode code;

    public RuleViolationException(String message) {
        super(message);
        this.code = null;
    }

    public RuleViolationException(Refusal refusal) {
        super(refusal.sentence());
        this.code = refusal.code();
    }

    /** Which rule it is, for programs. */
    public @Nullable RefusalCode code() {
        return code;
    }
}

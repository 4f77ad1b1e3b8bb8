package tr.muhatap.problem;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A rule forbids the step; the message names the rule in Turkish and is shown to the user as it is. Answered with 409
 * and the rule's code.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class RuleViolationException extends RuntimeException {

    private final transient RefusalCode code;

    public RuleViolationException(RefusalCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public RuleViolationException(Refusal refusal) {
        this(refusal.code(), refusal.sentence());
    }

    /** Code of the violated rule. */
    public RefusalCode code() {
        return code;
    }
}

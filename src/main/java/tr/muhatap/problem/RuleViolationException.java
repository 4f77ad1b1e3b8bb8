package tr.muhatap.problem;

/** A rule forbids the step; the message names the rule in Turkish and is shown to the user as it is. Answered with 409. */
public class RuleViolationException extends RuntimeException {

    public RuleViolationException(String message) {
        super(message);
    }
}

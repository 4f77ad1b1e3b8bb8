package tr.muhatap.engine;

/**
 * Thrown by a delegate of an asynchronous job whose condition is not met yet: the job keeps its retries and is
 * re-dated. The transaction is rolled back.
 */
public class PostponeJobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String businessKey;

    public PostponeJobException(String businessKey, String reason) {
        // No stack trace: it is not a failure
        super(businessKey + ": " + reason, null, false, false);
        this.businessKey = businessKey;
    }

    public String businessKey() {
        return businessKey;
    }
}

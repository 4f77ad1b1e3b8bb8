package tr.muhatap.problem;

/** What was asked for is not there, or must look as if it were not there. Answered with 404. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String message) {
        super(message);
    }
}

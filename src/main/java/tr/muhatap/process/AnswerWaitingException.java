package tr.muhatap.process;

/** The answer still waits in the outbox: the job that sends it is to ask again. No failure, and it costs no retry. */
class AnswerWaitingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String number;

    AnswerWaitingException(String number) {
        super("The answer to " + number + " is still to be sent", null, false, false);
        this.number = number;
    }

    String number() {
        return number;
    }
}

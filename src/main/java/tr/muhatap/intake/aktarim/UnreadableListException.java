package tr.muhatap.intake.aktarim;

/** The file is not a list, or exceeds a limit; the message is Turkish, for its sender. */
class UnreadableListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableListException(String sentence) {
        super(sentence);
    }

    UnreadableListException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

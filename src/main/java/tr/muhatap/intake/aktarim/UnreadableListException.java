package tr.muhatap.intake.aktarim;

/** A file that is no list, or one beyond what is taken; the message is a Turkish sentence for whoever sent it. */
class UnreadableListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableListException(String sentence) {
        super(sentence);
    }

    UnreadableListException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package tr.muhatap.problem;

/**
 * Stable code of a refusal, by which API clients recognise its cause; implemented by enums. Unique in the whole
 * program.
 */
public interface RefusalCode {

    /** Value of the problem's {@code code}. */
    String name();

    /** A refusal with this code. */
    default Refusal because(String sentence) {
        return new Refusal(this, sentence);
    }
}

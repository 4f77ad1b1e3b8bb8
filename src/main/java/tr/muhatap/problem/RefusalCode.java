package tr.muhatap.problem;

/**
 * Stable code of a refusal, by which programs recognise its cause; the constants of enums. Unique in the whole program.
 */
public interface RefusalCode {

    /** As it stands in the problem's {@code code}. */
    String name();

    /** The refusal with this cause. */
    default Refusal because(String sentence) {
        return new Refusal(this, sentence);
    }
}

package tr.muhatap.channel;

/** Input that some channels require; required papers are in the decision table {@code hizmet-standartlari}. */
public enum Particular {
    /** The digital source. */
    SOURCE,
    /** How a request under 4982 was made: electronically, in writing, or by another authority. */
    SUBMISSION
}

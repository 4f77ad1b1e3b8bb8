package tr.muhatap.channel;

/** What is asked on some channels only; the papers stand in the decision table {@code hizmet-standartlari}. */
public enum Particular {
    /** By which digital way it came. */
    SOURCE,
    /** How a request under 4982 was made: electronically, in writing, by another authority. */
    SUBMISSION
}

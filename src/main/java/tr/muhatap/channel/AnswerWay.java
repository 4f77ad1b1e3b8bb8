package tr.muhatap.channel;

/** Where the answer to an application goes. */
public enum AnswerWay {
    /** By hand onto the list of what is entered at the source it came from. */
    BACK_TO_SOURCE,
    /** To the applicant, by what was left as contact. */
    DIRECT
}

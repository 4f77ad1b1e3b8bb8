package tr.muhatap.channel;

/** Where the answer to an application goes. */
public enum AnswerWay {
    /** Entered manually at the source from which the application came. */
    BACK_TO_SOURCE,
    /** Sent to the applicant by the given contact data. */
    DIRECT
}

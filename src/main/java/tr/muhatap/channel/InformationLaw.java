package tr.muhatap.channel;

/** When 4982 holds for the applications of a channel, next to 3071. */
public enum InformationLaw {
    /** Everything on the channel is a request under 4982. */
    ALWAYS,
    /** For a request for information or a document, in addition to the channel's own limit (Yönetmelik md. 9). */
    WHERE_INFORMATION_IS_ASKED
}

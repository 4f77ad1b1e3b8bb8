package tr.muhatap.channel;

/** When 4982 applies to applications of a channel, in addition to 3071. */
public enum InformationLaw {
    /** All applications of the channel are requests under 4982. */
    ALWAYS,
    /** Requests for information or a document, in addition to the channel's own limit (Yönetmelik md. 9). */
    WHERE_INFORMATION_IS_ASKED
}

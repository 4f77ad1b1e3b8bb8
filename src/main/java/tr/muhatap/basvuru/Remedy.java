package tr.muhatap.basvuru;

/** Where somebody can turn against what the office decided; each decision has to name it (Anayasa md. 40/2). */
public enum Remedy {
    /** Nothing was refused. */
    NONE,

    /** The Board within 15 days of service, which suspends the time for suing, and the court (4982 md. 12–13). */
    BILGI_EDINME,

    /** The administrative court within 60 days of service (2577 md. 7). */
    IDARI_YARGI
}

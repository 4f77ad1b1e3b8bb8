package tr.muhatap.basvuru;

/** A manager's decision after the limit to answer the Board passed. */
public enum BoardUrging {
    UYAR
}

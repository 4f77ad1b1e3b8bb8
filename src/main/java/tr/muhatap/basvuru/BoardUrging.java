package tr.muhatap.basvuru;

/** What a manager does where the Board was not answered in time. */
public enum BoardUrging {
    UYAR
}

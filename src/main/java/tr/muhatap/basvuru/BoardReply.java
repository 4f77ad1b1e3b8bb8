package tr.muhatap.basvuru;

/** What whoever answers the Board reports in the task. */
public enum BoardReply {
    VERILDI
}

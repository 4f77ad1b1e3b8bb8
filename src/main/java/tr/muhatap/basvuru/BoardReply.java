package tr.muhatap.basvuru;

/** Decision of the task of answering the Board. */
public enum BoardReply {
    VERILDI
}

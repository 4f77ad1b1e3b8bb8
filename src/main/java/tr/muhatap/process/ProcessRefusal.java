package tr.muhatap.process;

import tr.muhatap.problem.RefusalCode;

/** Why an operation on a task or process is refused. */
enum ProcessRefusal implements RefusalCode {
    SUREC_KAYITSIZ_BITMEZ,
    DEVRALINACAK_ACIK_IS_YOK,
    IS_ZATEN_ONDA,
    IS_GRUP_DISI,
    IS_BASKASINDA,
    IS_DEGISTI
}

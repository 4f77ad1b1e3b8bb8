package tr.muhatap.toplu;

import tr.muhatap.problem.RefusalCode;

/** Why a task is left out when many are taken at once. */
enum BulkRefusal implements RefusalCode {
    ISLEM_BASKA_ADIM_ICIN,
    ONERILEN_BIRIM_YOK
}

package tr.muhatap.toplu;

import tr.muhatap.problem.RefusalCode;

/** Why a task is skipped in a bulk operation. */
enum BulkRefusal implements RefusalCode {
    ISLEM_BASKA_ADIM_ICIN,
    ONERILEN_BIRIM_YOK
}

package tr.muhatap.intake.aktarim;

import tr.muhatap.problem.RefusalCode;

/** Why an operation on an import is refused. */
enum ImportRefusal implements RefusalCode {
    AKTARIM_BASKA_ASAMADA,
    DOSYA_SAKLANMIYOR
}

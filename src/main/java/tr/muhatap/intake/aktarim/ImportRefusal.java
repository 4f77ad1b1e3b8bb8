package tr.muhatap.intake.aktarim;

import tr.muhatap.problem.RefusalCode;

/** Why nothing can be done with an import. */
enum ImportRefusal implements RefusalCode {
    AKTARIM_BASKA_ASAMADA,
    DOSYA_SAKLANMIYOR
}

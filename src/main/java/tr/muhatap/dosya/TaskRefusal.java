package tr.muhatap.dosya;

import tr.muhatap.problem.RefusalCode;

/** Why a step of the staff cannot be taken. */
enum TaskRefusal implements RefusalCode {
    /** It never came to it, or somebody was faster. */
    ADIM_ACIK_DEGIL
}

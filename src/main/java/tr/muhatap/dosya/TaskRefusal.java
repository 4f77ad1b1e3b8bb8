package tr.muhatap.dosya;

import tr.muhatap.problem.RefusalCode;

/** Why a staff step is refused. */
enum TaskRefusal implements RefusalCode {
    /** The application is not at this step, or another user was faster. */
    ADIM_ACIK_DEGIL
}

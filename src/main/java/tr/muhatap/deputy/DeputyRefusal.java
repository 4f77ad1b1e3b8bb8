package tr.muhatap.deputy;

import tr.muhatap.problem.RefusalCode;

/** Why a task is not moved. */
enum DeputyRefusal implements RefusalCode {
    GOREV_DEGISTI,
    VEKALET_YOK
}

package tr.muhatap.deadline;

import tr.muhatap.problem.RefusalCode;

/** Why a limit cannot be computed, apart from {@code TATIL_TABLOSU_BITTI}. */
enum DeadlineRefusal implements RefusalCode {
    HIZMET_STANDARDI_YOK
}

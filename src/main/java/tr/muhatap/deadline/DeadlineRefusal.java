package tr.muhatap.deadline;

import tr.muhatap.problem.RefusalCode;

/** Why a limit is not computed, other than {@code TATIL_TABLOSU_BITTI}. */
enum DeadlineRefusal implements RefusalCode {
    HIZMET_STANDARDI_YOK
}

package tr.muhatap.calendar;

import tr.muhatap.problem.RefusalCode;

/** Why a limit is not computed. */
enum CalendarRefusal implements RefusalCode {
    TATIL_TABLOSU_BITTI
}

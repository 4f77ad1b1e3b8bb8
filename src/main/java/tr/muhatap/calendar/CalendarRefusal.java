package tr.muhatap.calendar;

import tr.muhatap.problem.RefusalCode;

/** Why a limit cannot be computed. */
enum CalendarRefusal implements RefusalCode {
    TATIL_TABLOSU_BITTI
}

package tr.muhatap.intake;

import tr.muhatap.problem.RefusalCode;

/** Why an application with valid fields is not registered. */
enum IntakeRefusal implements RefusalCode {
    DIS_NUMARA_KULLANILMIS
}

package tr.muhatap.intake;

import tr.muhatap.problem.RefusalCode;

/** Why an application is not registered, though its fields are right. */
enum IntakeRefusal implements RefusalCode {
    DIS_NUMARA_KULLANILMIS
}

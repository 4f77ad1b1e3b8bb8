package tr.muhatap.intake.posta;

import tr.muhatap.problem.RefusalCode;

/** Why nothing is done with a mail. */
enum MailRefusal implements RefusalCode {
    E_POSTA_ISLENMIS
}
